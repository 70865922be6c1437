import { now, nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import type { CycleContext } from '#kernel/jobs'
import { messagesChanged } from '../contract.ts'
import { cutAnswer } from '../mail-server/transport.ts'
import type { NotificationTables } from '../tables.ts'
import { keepTurn, noteAway, type Turn } from './channel.ts'
import type { Waiting } from './due.ts'

const longestWaitMs = 5 * 60_000
/** A message older than this would only mislead. */
const givenUpMs = 3 * 24 * 3_600_000
const givenUp = { state: 'given-up', link_sealed: null } as const

type Emit = (event: EventInstance) => void

/** @returns whether this worker may go on. */
export function markSent({ system }: CycleContext, turn: Turn, message: Waiting): Promise<boolean> {
  return system<NotificationTables, boolean>(async (tx, emit) => {
    await tx
      .updateTable('notifications.messages')
      .set({ state: 'sent', sent_at: now().toISOString(), error: null, link_sealed: null })
      .where('id', '=', message.id)
      .execute()
    emit(messagesChanged(message.organisation_id, { state: 'sent' }))
    return keepTurn(tx, turn)
  })
}

/** The recipient was refused: later and later; given up where it is for good (a 5xx of RFC 5321) or after days. */
export function postpone({ system }: CycleContext, message: Waiting, error: Error): Promise<void> {
  const attempts = message.attempts + 1
  const isRefused = ((error as { responseCode?: number }).responseCode ?? 0) >= 550 && attempts >= 3
  const isOver = isRefused || nowMs() - Date.parse(message.created_at) > givenUpMs
  const waitMs = Math.min(longestWaitMs, 2_000 * 2 ** Math.min(attempts, 10))
  return system<NotificationTables, void>(async (tx, emit) => {
    await tx
      .updateTable('notifications.messages')
      .set({
        attempts,
        error: cutAnswer(error.message),
        due_at: new Date(nowMs() + waitMs).toISOString(),
        ...(isOver ? givenUp : {}),
      })
      .where('id', '=', message.id)
      .execute()
    emit(messagesChanged(message.organisation_id, { state: isOver ? 'given-up' : 'waiting' }))
  })
}

/** The mail server is away: all that waits, waits for it; what is days old is given up. */
export function waitForServer(
  { system }: CycleContext,
  turn: Turn,
  message: Waiting,
  error: Error,
): Promise<void> {
  const said = cutAnswer(error.message)
  return system<NotificationTables, void>(async (tx, emit) => {
    await noteAway(tx, turn, said)
    await tx
      .updateTable('notifications.messages')
      .set({ attempts: message.attempts + 1, error: said })
      .where('id', '=', message.id)
      .execute()
    const tooOld = new Date(nowMs() - givenUpMs).toISOString()
    const old = await tx
      .updateTable('notifications.messages')
      .set({ ...givenUp, error: said })
      .where('state', '=', 'waiting')
      .where('created_at', '<', tooOld)
      .returning('organisation_id')
      .execute()
    // Everyone's page says why nothing leaves.
    const waiting = await tx
      .selectFrom('notifications.messages')
      .select('organisation_id')
      .distinct()
      .where('state', '=', 'waiting')
      .execute()
    sayOf(waiting, 'waiting', emit)
    sayOf(old, 'given-up', emit)
  })
}

/** A link that no longer opens anything is not sent. */
export async function giveUpWhatIsWorthless(tx: Tx<NotificationTables>, emit: Emit): Promise<void> {
  const rows = await tx
    .updateTable('notifications.messages')
    .set(givenUp)
    .where('state', '=', 'waiting')
    .where('good_until', '<', now().toISOString())
    .returning('organisation_id')
    .execute()
  sayOf(rows, 'given-up', emit)
}

function sayOf(
  rows: readonly { organisation_id: string | null }[],
  state: 'waiting' | 'given-up',
  emit: Emit,
): void {
  for (const organisationId of new Set(rows.map((row) => row.organisation_id)))
    emit(messagesChanged(organisationId, { state }))
}
