import type { Socket } from 'node:net'
import pg from 'pg'
import { Kysely, PostgresDialect, type QueryExecutorProvider } from 'kysely'
import type { Log } from '../log.ts'

/** How to reach the database: as the owner (migrations only) and as the application. */
export interface DatabaseAddress {
  owner: pg.ClientConfig
  app: pg.ClientConfig
}

/** A transaction typed by one domain's own tables. */
export type Tx<Tables> = Kysely<Tables>

/** Any domain's transaction: what a door's functions take, so that they join the caller's commit. */
export type AnyTx = QueryExecutorProvider

/** The caller's transaction, seen through one's own tables. */
export function typed<Tables>(tx: AnyTx): Tx<Tables> {
  return tx as unknown as Tx<Tables>
}

// Numbers that fit are numbers (counts are far below 2^53), dates stay ISO strings: what goes on the wire.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (text) => Number(text))
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, isoTime)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

function isoTime(text: string): string {
  return new Date(text).toISOString()
}

export function openPool(config: pg.ClientConfig, log: Log, size = 10): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max: size,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'vigie',
  })
  // The pool watches its idle connections only. One that breaks under a transaction fails that transaction, and would
  // besides end this process: an error event without a listener does.
  pool.on('connect', (client) => client.on('error', () => undefined))
  // An idle connection that breaks (the database restarted) is replaced at the next use.
  pool.on('error', (error) => {
    if (!pool.ending) log.warn({ err: error.message }, 'a database connection was lost')
  })
  return pool
}

/** How long a transaction that still runs is waited for at the end. */
const closingMs = 5_000

/** Ends the connections; those whose statement is still not answered in time are cut, which fails their transactions. */
export async function closePool(pool: pg.Pool): Promise<void> {
  const ended = pool.end()
  const cut = setTimeout(() => {
    for (const client of clientsOf(pool)) client.connection.stream.destroy()
  }, closingMs)
  await ended.finally(() => clearTimeout(cut))
}

/** The pool's own list, and each one's socket: neither is among its types. */
const clientsOf = (pool: pg.Pool) =>
  (pool as unknown as { _clients: { connection: { stream: Socket } }[] })._clients

/** The driver takes a time for each query; its types know it for a whole connection only. */
export function queryWithin(
  client: pg.PoolClient,
  text: string,
  timeoutMs: number,
  values?: unknown[],
): Promise<pg.QueryResult> {
  const query = { text, values, query_timeout: timeoutMs }
  return client.query(query)
}

/**
 * Kysely over one connection that somebody else began a transaction on. A statement without an answer after `timeoutMs`
 * is given up.
 */
export function kyselyOn<Tables>(client: pg.PoolClient, timeoutMs: number): Kysely<Tables> {
  const single = {
    connect: async () => ({
      query: (text: string, values: unknown[]) => queryWithin(client, text, timeoutMs, values),
      release: () => undefined,
    }),
    end: async () => undefined,
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: single as unknown as pg.Pool }) })
}
