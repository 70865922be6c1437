import type pg from 'pg'
import { delay } from '../clock.ts'
import type { Database } from '../database.ts'
import type { Log } from '../log.ts'

/** Follows NOTIFY on one connection for the whole process, and follows again after the database was away. */
export interface Notices {
  on(channel: string, handler: (payload: string) => void): void
  /** Called each time the connection is there again: what was said meanwhile was missed. */
  onReconnect(handler: () => void): void
  isConnected(): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

export function createNotices(database: Database, log: Log): Notices {
  const handlers = new Map<string, ((payload: string) => void)[]>()
  const reconnected: (() => void)[] = []
  const stopping = new AbortController()
  let client: pg.PoolClient | undefined
  let loop: Promise<void> | undefined

  async function follow(): Promise<void> {
    const connection = await database.listenConnection()
    client = connection
    const ended = new Promise<void>((resolve) => {
      connection.once('error', () => resolve())
      connection.once('end', () => resolve())
      stopping.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    try {
      connection.on('notification', (notice) => {
        for (const handler of handlers.get(notice.channel) ?? []) handler(notice.payload ?? '')
      })
      for (const channel of handlers.keys()) await connection.query(`listen ${channel}`)
      for (const handler of reconnected) handler()
      await ended
    } finally {
      client = undefined
      connection.release(true)
    }
  }

  async function followAlways(): Promise<void> {
    while (!stopping.signal.aborted) {
      await follow().catch((error: Error) => log.warn({ err: error.message }, 'the database does not answer'))
      await delay(500, stopping.signal)
    }
  }

  return {
    on: (channel, handler) => void handlers.set(channel, [...(handlers.get(channel) ?? []), handler]),
    onReconnect: (handler) => void reconnected.push(handler),
    isConnected: () => client !== undefined,
    async start() {
      loop = followAlways()
    },
    async stop() {
      stopping.abort()
      await loop
    },
  }
}
