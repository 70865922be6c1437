import { sql } from 'kysely'
import { delay } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { cycle } from '#kernel/jobs'
import { journalChannel } from '../entries/write.ts'
import type { AuditTables } from '../tables.ts'
import { writeAnchor, type Anchor } from './anchor.ts'
import { firstHash, sealOf, type SealedEntry } from './chain.ts'
import { sealedColumns } from './entries.ts'
import { sealGround } from './key.ts'

const batch = 500
const heldBackMs = 250
/** Entries get their number a moment before they are committed; none is ever this far behind. */
const numbersBehind = 100_000

/** Seals committed entries into the chain, in order, one worker at a time; writers never wait for it. */
export const sealEntries = cycle({
  name: 'audit.seal',
  everyMs: 30_000,
  wakeOn: [journalChannel],
  async run({ system, log, signal }) {
    const { head, isBehind } = await system<AuditTables, Sealed>(sealBatch)
    if (head)
      await writeAnchor(sealGround(), head).catch((error: Error) =>
        log.warn({ err: error.message }, 'the head of the journal could not be noted outside the database'),
      )
    if (!isBehind) return false
    // A transaction that is still open somewhere holds the sealing back for a moment.
    if (!head) await delay(heldBackMs, signal)
    return true
  },
})

interface Sealed {
  /** The new head of the chain; undefined where nothing was sealed. */
  head: Anchor | undefined
  /** Whether entries are there that could not be sealed yet. */
  isBehind: boolean
}

async function sealBatch(tx: Tx<AuditTables>): Promise<Sealed> {
  const { rows: locked } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('vigie journal seals')) as locked`.execute(tx)
  if (!locked[0]?.locked) return { head: undefined, isBehind: false }
  const { rows: heads } = await sql<{ position: number; hash: Buffer; sequence: number }>`
    select s.position, s.hash, e.sequence from audit.seals s join audit.entries e on e.id = s.entry_id
    order by s.position desc limit 1`.execute(tx)
  const head = heads[0] ?? { position: 0, hash: firstHash, sequence: 0 }
  const { waiting, isBehind } = await readWaiting(tx, head.sequence - numbersBehind)
  if (waiting.length === 0) return { head: undefined, isBehind }
  let { position } = head
  let hash: Buffer = head.hash
  const seals = waiting.map((entry) => {
    position += 1
    hash = sealOf(sealGround().key, hash, position, entry)
    return { position, entry_id: entry.id, hash }
  })
  await tx.insertInto('audit.seals').values(seals).execute()
  return { head: { position, hash }, isBehind }
}

/** Entries of transactions that are over: one that is still open could bring an entry with an earlier number. */
async function readWaiting(
  tx: Tx<AuditTables>,
  afterSequence: number,
): Promise<{ waiting: SealedEntry[]; isBehind: boolean }> {
  const { rows } = await sql<SealedEntry & { is_over: boolean }>`
    select ${sealedColumns}, e.xid < pg_snapshot_xmin(pg_current_snapshot()) as is_over from audit.entries e
    where e.sequence > ${afterSequence} and not exists (select from audit.seals s where s.entry_id = e.id)
    order by e.sequence limit ${batch + 1}`.execute(tx)
  const open = rows.findIndex((row) => !row.is_over)
  const waiting = rows.slice(0, open === -1 ? batch : Math.min(open, batch))
  return { waiting, isBehind: waiting.length < rows.length }
}
