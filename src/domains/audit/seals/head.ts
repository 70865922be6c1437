import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { AuditTables } from '../tables.ts'
import type { Anchor, NoAnchor } from './anchor.ts'
import { firstHash } from './chain.ts'

/** The end of the chain, with the number of the entry that it seals; position 0 where nothing is sealed yet. */
export async function headOf(tx: Tx<AuditTables>): Promise<Anchor & { sequence: number }> {
  const { rows } = await sql<{ position: number; hash: Buffer; sequence: number }>`
    select s.position, s.hash, e.sequence from audit.seals s join audit.entries e on e.id = s.entry_id
    order by s.position desc limit 1`.execute(tx)
  return rows[0] ?? { position: 0, hash: firstHash, sequence: 0 }
}

/** Whether the chain still has what was noted, so that the note may move on with it. */
export async function holdsWhatWasNoted(tx: Tx<AuditTables>, noted: Anchor | NoAnchor): Promise<boolean> {
  if (typeof noted === 'string') return false
  if (noted.position === 0) return true
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from audit.seals where position = ${noted.position}`.execute(tx)
  return rows[0]?.hash.equals(noted.hash) ?? false
}
