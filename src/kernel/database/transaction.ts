import type pg from 'pg'
import { now } from '../clock.ts'
import { uuidPattern } from '../ids.ts'
import { fullAccess, type Access } from '../access.ts'
import { Problem } from '../errors.ts'
import { kyselyOn, type Tx } from './connect.ts'

export interface Database {
  /** Reads under row-level security; a write fails. */
  read<Tables, R>(access: Access, run: (tx: Tx<Tables>) => Promise<R>): Promise<R>
  /** Reads and writes under row-level security, in one commit. */
  write<Tables, R>(access: Access, run: (tx: Tx<Tables>) => Promise<R>): Promise<R>
  /** For jobs that must see every organisation: the role `vigie_all`. */
  system<Tables, R>(run: (tx: Tx<Tables>) => Promise<R>): Promise<R>
  /** A connection kept for LISTEN; the caller releases it. */
  listenConnection(): Promise<pg.PoolClient>
  close(): Promise<void>
  readonly pool: pg.Pool
}

export function createDatabase(pool: pg.Pool): Database {
  return {
    pool,
    read: (access, run) => inTransaction(pool, begin('read only', access), run),
    write: (access, run) => inTransaction(pool, begin('read write', access), run),
    system: (run) => inTransaction(pool, `${begin('read write', fullAccess)}; set local role vigie_all`, run),
    listenConnection: () => pool.connect(),
    close: () => pool.end(),
  }
}

/** Everything that a transaction must know, in one message to the server. */
function begin(mode: 'read only' | 'read write', access: Access): string {
  return (
    `begin ${mode}; select set_config('vigie.now', '${now().toISOString()}', true)` +
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
): Promise<R> {
  const client = await pool.connect().catch((error: Error) => {
    throw new Problem('database-unavailable', { cause: error })
  })
  let broken: Error | undefined
  try {
    await client.query(beginning)
    const result = await run(kyselyOn<Tables>(client))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw translate(error)
  } finally {
    client.release(broken)
  }
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
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
    /Connection terminated|not queryable/.test(error.message)
  )
    return new Problem('database-unavailable', { cause: error })
  return error
}
