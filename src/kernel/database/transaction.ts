import type pg from 'pg'
import { now } from '../clock.ts'
import { uuidPattern } from '../ids.ts'
import { fullAccess, type Access } from '../access.ts'
import { Problem } from '../errors.ts'
import { closePool, kyselyOn, queryWithin, type Tx } from './connect.ts'

/** What the server has beyond its own time to say that it gave up. */
const graceMs = 1_000

export interface Database {
  /** Reads under row-level security; a write fails. */
  read<Tables, R>(access: Access, run: (tx: Tx<Tables>) => Promise<R>): Promise<R>
  /** Reads and writes under row-level security, in one commit. */
  write<Tables, R>(access: Access, run: (tx: Tx<Tables>) => Promise<R>): Promise<R>
  /** For what must see every organisation: the role `vigie_all`. Nobody waits for a job: its statements may take long. */
  system<Tables, R>(run: (tx: Tx<Tables>) => Promise<R>, options?: { isJob: boolean }): Promise<R>
  /** A connection kept for LISTEN; the caller releases it. */
  listenConnection(): Promise<pg.PoolClient>
  close(): Promise<void>
  readonly pool: pg.Pool
}

/** How long one statement may take: of a request, whose caller waits, and of a job. */
interface Patience {
  requestMs: number
  jobMs: number
}

const patience: Patience = { requestMs: 30_000, jobMs: 300_000 }

export function createDatabase(pool: pg.Pool, { requestMs, jobMs }: Patience = patience): Database {
  return {
    pool,
    read: (access, run) => inTransaction(pool, begin('read only', access, requestMs), run, requestMs),
    write: (access, run) => inTransaction(pool, begin('read write', access, requestMs), run, requestMs),
    system(run, { isJob } = { isJob: false }) {
      const timeoutMs = isJob ? jobMs : requestMs
      const beginning = `${begin('read write', fullAccess, timeoutMs)}; set local role vigie_all`
      return inTransaction(pool, beginning, run, timeoutMs)
    },
    listenConnection: () => pool.connect(),
    close: () => closePool(pool),
  }
}

/** Everything that a transaction must know, in one message to the server. */
function begin(mode: 'read only' | 'read write', access: Access, timeoutMs: number): string {
  return (
    `begin ${mode}; select set_config('vigie.now', '${now().toISOString()}', true)` +
    `, set_config('statement_timeout', '${timeoutMs}', true)` +
    `, set_config('vigie.everything', '${access.everything ? 'on' : 'off'}', true)` +
    `, set_config('vigie.organisations', '${uuidArray(access.organisations)}', true)` +
    `, set_config('vigie.places', '${uuidArray(access.places)}', true)` +
    `, set_config('vigie.part_of', '${uuidArray(access.partOf)}', true)`
  )
}

function uuidArray(ids: readonly string[]): string {
  for (const id of ids) if (!uuidPattern.test(id)) throw new Error('not a uuid in an access')
  return `{${ids.join(',')}}`
}

async function inTransaction<Tables, R>(
  pool: pg.Pool,
  beginning: string,
  run: (tx: Tx<Tables>) => Promise<R>,
  timeoutMs: number,
): Promise<R> {
  // The server ends what takes too long; where it does not even do that, we do not wait for it any longer.
  const patienceMs = timeoutMs + graceMs
  const client = await pool.connect().catch((error: Error) => {
    throw new Problem('database-unavailable', { cause: error })
  })
  let broken: Error | undefined
  try {
    await queryWithin(client, beginning, patienceMs)
    const result = await run(kyselyOn<Tables>(client, patienceMs))
    await queryWithin(client, 'commit', patienceMs)
    return result
  } catch (error) {
    // A connection that answers no more is thrown away: its rollback would not be answered either.
    broken = isSilence(error) ? (error as Error) : await rollBack(client, patienceMs)
    throw translate(error)
  } finally {
    client.release(broken)
  }
}

function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

async function rollBack(client: pg.PoolClient, patienceMs: number): Promise<Error | undefined> {
  try {
    await queryWithin(client, 'rollback', patienceMs)
    return undefined
  } catch (error) {
    return error as Error
  }
}

/** Faults of the database itself become the problems that say so; everything else passes unchanged. */
function translate(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = (error as { code?: string }).code ?? ''
  if (code === '53100') return new Problem('disk-full', { cause: error })
  // Connection lost, server stopping or starting, too many connections.
  if (
    /^(08|57P0|53300)/.test(code) ||
    /^(ECONN|EPIPE|ENOENT)/.test(code) ||
    // The statement took longer than it may.
    code === '57014' ||
    isSilence(error) ||
    /Connection terminated|not queryable/.test(error.message)
  )
    return new Problem('database-unavailable', { cause: error })
  return error
}
