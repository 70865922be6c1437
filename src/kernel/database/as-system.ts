import { sql } from 'kysely'
import type { AnyTx } from './connect.ts'

/**
 * Reads as the role that sees all, within a transaction that may see less: rows that hold the values of all organisations,
 * once it was found under row-level security what the caller may read of them; or that something is there, and no more.
 */
export async function asSystem<R>(tx: AnyTx, run: () => Promise<R>): Promise<R> {
  const { rows } = await sql<{ role: string }>`
    select current_setting('role') as role, set_config('role', 'vigie_all', true)`.execute(tx)
  const result = await run()
  await sql`select set_config('role', ${rows[0]!.role}, true)`.execute(tx)
  return result
}
