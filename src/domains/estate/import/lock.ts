import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'

/**
 * Lets one import of a noun into an organisation run at a time, until its commit: the same file sent twice at once finds
 * the second time what it wrote the first time. Taken before what is known is read.
 */
export async function lockImport(tx: AnyTx, noun: 'assets' | 'sites', organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`estate import of ${noun} ${organisationId}`}, 0))`.execute(
    tx,
  )
}
