import { sql } from 'kysely'
import { isEmpty, type Actor } from '../access.ts'
import type { Database } from '../database.ts'
import { outboxChannel, type EventKind } from '../events.ts'
import type { Notices } from '../jobs/notices.ts'
import type { Log } from '../log.ts'

/** One browser's stream. `actor` is asked for at each event, since rights change while a stream is open. */
export interface Subscriber {
  actor(): Actor
  /** Looks at the session again: somebody's rights may have changed. */
  renew(): Promise<void>
  send(event: LiveEvent): void
  /** What was said meanwhile is lost to this stream: the browser must read everything again. */
  resync(): void
}

export interface LiveEvent {
  id: string
  type: string
  organisationId: string | null
  placeId: string | null
  at: string
  payload: Record<string, unknown>
}

export interface Hub {
  subscribe(subscriber: Subscriber): () => void
  size(): number
}

/** Notices that come within this time are read from the outbox together. */
const gatherMs = 50

/** Passes committed events on to the browsers that may hear of them. */
export function createHub(database: Database, notices: Notices, kinds: readonly EventKind[], log: Log): Hub {
  const subscribers = new Set<Subscriber>()
  const heardWith = new Map(kinds.map((kind) => [kind.type, kind.heardWith]))
  const movesRights = new Set(kinds.filter((kind) => kind.movesRights).map((kind) => kind.type))
  let waiting: string[] = []
  let timer: NodeJS.Timeout | undefined

  notices.on(outboxChannel, (payload) => {
    if (subscribers.size === 0) return
    waiting.push(...payload.split(','))
    timer ??= setTimeout(() => void flush(), gatherMs)
  })
  notices.onReconnect(() => subscribers.forEach((subscriber) => subscriber.resync()))

  async function flush(): Promise<void> {
    timer = undefined
    const ids = waiting
    waiting = []
    try {
      const events = await readEvents(database, ids)
      if (events.some((event) => movesRights.has(event.type)))
        await Promise.all([...subscribers].map((subscriber) => subscriber.renew()))
      for (const event of events) pass(event)
    } catch (error) {
      log.warn({ err: error }, 'live events could not be read')
      subscribers.forEach((subscriber) => subscriber.resync())
    }
  }

  function pass(event: LiveEvent): void {
    const right = heardWith.get(event.type)
    if (!right) return
    for (const subscriber of subscribers)
      if (mayHear(subscriber.actor(), right, event)) subscriber.send(event)
  }

  return {
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    size: () => subscribers.size,
  }
}

function mayHear(actor: Actor, right: `${string}.${string}`, event: LiveEvent): boolean {
  if (actor.kind !== 'person') return false
  const access = actor.access(right)
  if (access.everything) return true
  if (isEmpty(access)) return false
  if (event.organisationId && access.organisations.includes(event.organisationId)) return true
  return event.placeId !== null && access.places.includes(event.placeId)
}

async function readEvents(database: Database, ids: string[]): Promise<LiveEvent[]> {
  const rows = await database.system(
    async (tx) =>
      (
        await sql<LiveEvent>`
          select id, type, organisation_id as "organisationId", place_id as "placeId", created_at as at, payload
          from kernel.outbox where id = any(${ids}::uuid[]) order by id`.execute(tx)
      ).rows,
  )
  return rows
}
