import { sql } from 'kysely'
import { now, nowMs } from '#kernel/clock'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { NotificationTables } from '../tables.ts'
import { mailChannel } from './queue.ts'

/** A worker that does not renew for this long is taken for dead, and another sends. */
const heldMs = 60_000
/** A try a minute costs the mail server nothing, and what waits leaves soon after it is back. */
const longestWaitMs = 60_000

/** The right to send, until it is given back or past. */
export interface Turn {
  holder: string
  /** How often the mail server failed since it last took a mail. */
  attempts: number
}

/** Takes the turn to send; undefined while another worker has it, or while the mail server is away. */
export async function takeTurn(tx: Tx<NotificationTables>): Promise<Turn | undefined> {
  const channel = await tx
    .selectFrom('notifications.channels')
    .selectAll()
    .where('name', '=', 'mail')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!channel || isToCome(channel.held_until) || isToCome(channel.retry_at)) return undefined
  const holder = newId()
  await tx
    .updateTable('notifications.channels')
    .set({ holder, held_until: heldUntil() })
    .where('name', '=', 'mail')
    .execute()
  return { holder, attempts: channel.attempts }
}

/** The mail server took a mail: nothing waits for it any longer. @returns whether this worker may go on. */
export async function keepTurn(tx: Tx<NotificationTables>, turn: Turn): Promise<boolean> {
  const kept = await tx
    .updateTable('notifications.channels')
    .set({ held_until: heldUntil(), attempts: 0, retry_at: null, error: null })
    .where('name', '=', 'mail')
    .where('holder', '=', turn.holder)
    .returning('name')
    .executeTakeFirst()
  return kept !== undefined
}

export async function giveTurnBack(tx: Tx<NotificationTables>, turn: Turn): Promise<void> {
  await tx
    .updateTable('notifications.channels')
    .set({ holder: null, held_until: null })
    .where('name', '=', 'mail')
    .where('holder', '=', turn.holder)
    .execute()
}

/** The mail server is away: whatever waits, and whatever is still to come, waits for one next try, later and later. */
export async function noteAway(tx: Tx<NotificationTables>, turn: Turn, error: string): Promise<void> {
  const attempts = turn.attempts + 1
  const waitMs = Math.min(longestWaitMs, 2_000 * 2 ** Math.min(attempts, 10))
  await tx
    .updateTable('notifications.channels')
    .set({ attempts, error, retry_at: new Date(nowMs() + waitMs).toISOString() })
    .where('name', '=', 'mail')
    .where('holder', '=', turn.holder)
    .execute()
}

/** Another mail server, or a test mail that passed: what waits is tried at once. */
export async function tryAtOnce(given: AnyTx): Promise<void> {
  await typed<NotificationTables>(given)
    .updateTable('notifications.channels')
    .set({ attempts: 0, retry_at: null, error: null })
    .where('name', '=', 'mail')
    .execute()
  await sql`select pg_notify(${mailChannel}, '')`.execute(given)
}

const heldUntil = () => new Date(nowMs() + heldMs).toISOString()
const isToCome = (at: string | null) => at !== null && Date.parse(at) > now().getTime()
