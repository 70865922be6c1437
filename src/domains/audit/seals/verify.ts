import { sql } from 'kysely'
import type { Database } from '#kernel/database'
import type { AuditTables } from '../tables.ts'
import { readAnchor, type NoAnchor } from './anchor.ts'
import { firstHash, sealOf, type SealedEntry } from './chain.ts'
import { sealedColumns } from './entries.ts'
import type { SealGround } from './key.ts'

/** What is wrong with the journal, and where. */
export interface Finding {
  kind: 'changed' | 'missing-entry' | 'missing-seal' | 'cut-off' | 'anchor-differs' | `anchor-${NoAnchor}`
  /** Of the entry; 0 where the note itself is at fault. */
  position: number
  entryId: string | null
}

export interface Verdict {
  sealed: number
  /** Written a moment ago, and not sealed yet. */
  waiting: number
  findings: Finding[]
}

const page = 1_000
const mostFindings = 100

/**
 * Goes through the whole chain: finds any changed, missing or reordered entry, and an end that was cut off (by what
 * this machine noted outside the database).
 */
export async function verifyJournal(database: Database, ground: SealGround): Promise<Verdict> {
  const findings: Finding[] = []
  const find = (finding: Finding) => void (findings.length < mostFindings && findings.push(finding))
  const anchor = await readAnchor(ground)
  let position = 0
  let hash: Buffer = firstHash
  for (;;) {
    const rows = await readPage(database, position)
    for (const row of rows) {
      position += 1
      if (row.position !== position) {
        find({ kind: 'missing-seal', position, entryId: null })
        position = row.position
      } else if (row.id === null) find({ kind: 'missing-entry', position, entryId: row.entry_id })
      else if (!sealOf(ground.key, hash, position, row as SealedEntry).equals(row.hash))
        find({ kind: 'changed', position, entryId: row.entry_id })
      // The chain goes on from what is kept: one changed entry is one finding.
      hash = row.hash
      if (typeof anchor !== 'string' && anchor.position === position && !anchor.hash.equals(hash))
        find({ kind: 'anchor-differs', position, entryId: row.entry_id })
    }
    if (rows.length < page) break
  }
  if (typeof anchor !== 'string' && anchor.position > position)
    find({ kind: 'cut-off', position: position + 1, entryId: null })
  // Where nothing is sealed, nothing had to be noted.
  if (typeof anchor === 'string' && (position > 0 || anchor !== 'missing'))
    find({ kind: `anchor-${anchor}`, position: 0, entryId: null })
  return { sealed: position, waiting: await countWaiting(database), findings }
}

type SealRow = { [C in keyof SealedEntry]: SealedEntry[C] | null } & {
  position: number
  hash: Buffer
  entry_id: string
}

function readPage(database: Database, after: number): Promise<SealRow[]> {
  return database.system<AuditTables, SealRow[]>(async (tx) => {
    const { rows } = await sql<SealRow>`
      select s.position, s.hash, s.entry_id, ${sealedColumns}
      from audit.seals s left join audit.entries e on e.id = s.entry_id
      where s.position > ${after} order by s.position limit ${page}`.execute(tx)
    return rows
  })
}

function countWaiting(database: Database): Promise<number> {
  return database.system<AuditTables, number>(async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from audit.entries e where not exists (select from audit.seals s where s.entry_id = e.id)`.execute(
      tx,
    )
    return Number(rows[0]!.count)
  })
}
