import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

/**
 * To be called after a change that may take the last administrator from the house: refuses it then. Two such changes at
 * once wait for each other here, and the second counts what the first has left.
 */
export async function keepAnAdministrator(tx: Tx<IdentityTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('vigie administrators'))`.execute(tx)
  const { rows } = await sql<{ left: number }>`select identity.administrators_left() as left`.execute(tx)
  if (rows[0]?.left === 0) throw new Problem('conflict', { reason: 'identity:problem.lastAdministrator' })
}
