import { sql } from 'kysely'
import { delay } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { cycle } from '#kernel/jobs'
import type { Log } from '#kernel/log'
import { journalChannel } from '../entries/write.ts'
import type { AuditTables } from '../tables.ts'
import { readAnchor, writeAnchor, type Anchor, type NoAnchor } from './anchor.ts'
import { firstHash, sealOf, type SealedEntry } from './chain.ts'
import { sealedColumns } from './entries.ts'
import { headOf, holdsWhatWasNoted } from './head.ts'
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
    const noted = await readAnchor(sealGround())
    const { head, isBehind, isContinued } = await system<AuditTables, Sealed>((tx) => sealBatch(tx, noted))
    if (head) await noteHead(head, isContinued, log)
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
  /** Whether the chain goes on from what was noted outside the database. */
  isContinued: boolean
}

let isBreakTold = false

/** What was noted of a chain that does not hold it any more is evidence: it stays until a person accepts the new end. */
async function noteHead(head: Anchor, isContinued: boolean, log: Log): Promise<void> {
  if (isContinued) {
    isBreakTold = false
    return writeAnchor(sealGround(), head).catch((error: Error) =>
      log.warn({ err: error.message }, 'the head of the journal could not be noted outside the database'),
    )
  }
  if (isBreakTold) return
  isBreakTold = true
  log.error({}, 'the journal does not go on from the head that was noted: run `vigie audit verify`')
}

async function sealBatch(tx: Tx<AuditTables>, noted: Anchor | NoAnchor): Promise<Sealed> {
  const { rows: locked } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('vigie journal seals')) as locked`.execute(tx)
  if (!locked[0]?.locked) return { head: undefined, isBehind: false, isContinued: true }
  const head = await headOf(tx)
  const { waiting, isBehind } = await readWaiting(tx, head.sequence - numbersBehind)
  if (waiting.length === 0) return { head: undefined, isBehind, isContinued: true }
  const isContinued = (await beginsHere(head, noted)) || (await holdsWhatWasNoted(tx, noted))
  let { position, hash } = head
  const seals = waiting.map((entry) => {
    position += 1
    hash = sealOf(sealGround().key, hash, position, entry)
    return { position, entry_id: entry.id, hash }
  })
  await tx.insertInto('audit.seals').values(seals).execute()
  return { head: { position, hash }, isBehind, isContinued }
}

/** The first seals of all: their beginning is noted before they are, so that a crash between leaves no journal without. */
async function beginsHere(head: Anchor, noted: Anchor | NoAnchor): Promise<boolean> {
  if (head.position > 0 || noted !== 'missing') return false
  await writeAnchor(sealGround(), { position: 0, hash: firstHash })
  return true
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
