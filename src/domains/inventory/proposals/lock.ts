import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { InventoryTables } from '../tables.ts'

/** One at a time in an organisation: a device with two addresses is one proposal, whoever finds the second. */
export async function lockProposals(tx: Tx<InventoryTables>, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inventory ${organisationId}`}, 0))`.execute(tx)
}
