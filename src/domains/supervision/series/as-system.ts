import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'

/**
 * The values of all organisations lie in the same rows, which the application's role may not read. Within a transaction
 * that has found, under row-level security, which series the caller may read, this reads them as the role that sees all.
 */
export async function asSystem<R>(tx: AnyTx, run: () => Promise<R>): Promise<R> {
  await sql`select set_config('role', 'vigie_all', true)`.execute(tx)
  const result = await run()
  await sql`select set_config('role', 'vigie_app', true)`.execute(tx)
  return result
}
