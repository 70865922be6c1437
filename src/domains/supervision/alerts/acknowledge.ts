import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField, Problem, required } from '#kernel/errors'
import { bulkOf, type CommandDefinition, type WriteContext } from '#kernel/operations'
import { Alert, alertAcknowledged, Id, Time } from '../contract.ts'
import { command } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'
import { alertById, alertOf } from './row.ts'

const subject = { type: 'alert', table: 'supervision.alerts', id: 'id' } as const
const acknowledgement = {
  /** What is being done about it, for the others. */
  comment: z.string().trim().max(2_000).default(''),
  /** Null: until it is over. */
  until: Time.nullable().default(null),
}
const Acknowledge = z.strictObject({ id: Id, ...acknowledgement })
type One<R extends `POST /${string}`, I extends z.ZodType> = CommandDefinition<
  SupervisionTables,
  R,
  I,
  typeof Alert
>

const acknowledgeOne: One<'POST /alerts/:id/acknowledge', typeof Acknowledge> = {
  name: 'alerts.acknowledge',
  route: 'POST /alerts/:id/acknowledge',
  right: 'alert.acknowledge',
  summary: 'Say that somebody has it in hand',
  subject,
  input: Acknowledge,
  output: Alert,
  async run(tx, { id, comment, until }, context) {
    await openAlert(tx, id)
    checkFuture('until', until, context)
    return write(tx, id, context, {
      acknowledged_at: context.now.toISOString(),
      acknowledged_by: context.person.id,
      acknowledged_until: until,
      comment,
    })
  },
}
export const acknowledgeAlert = command(acknowledgeOne)
export const bulkAcknowledge = bulkOf(acknowledgeOne, {
  domain: 'supervision',
  name: 'alerts.bulkAcknowledge',
  route: 'POST /alerts/acknowledge',
  summary: 'Say of many alerts that somebody has them in hand',
  change: z.strictObject(acknowledgement),
})

const Only = z.strictObject({ id: Id })
const unacknowledgeOne: One<'POST /alerts/:id/unacknowledge', typeof Only> = {
  name: 'alerts.unacknowledge',
  route: 'POST /alerts/:id/unacknowledge',
  right: 'alert.acknowledge',
  summary: 'Take an acknowledgement back',
  subject,
  input: Only,
  output: Alert,
  run: (tx, { id }, context) =>
    write(tx, id, context, {
      acknowledged_at: null,
      acknowledged_by: null,
      acknowledged_until: null,
      comment: '',
    }),
}
export const unacknowledgeAlert = command(unacknowledgeOne)
export const bulkUnacknowledge = bulkOf(unacknowledgeOne, {
  domain: 'supervision',
  name: 'alerts.bulkUnacknowledge',
  route: 'POST /alerts/unacknowledge',
  summary: 'Take many acknowledgements back',
  change: z.strictObject({}),
})

const mute = { until: Time.nullable() }
const Mute = z.strictObject({ id: Id, ...mute })
const muteOne: One<'POST /alerts/:id/mute', typeof Mute> = {
  name: 'alerts.mute',
  route: 'POST /alerts/:id/mute',
  right: 'alert.acknowledge',
  summary: 'Tell nobody of this alert until a time; null: tell again',
  subject,
  input: Mute,
  output: Alert,
  async run(tx, { id, until }, context) {
    await openAlert(tx, id)
    checkFuture('until', until, context)
    return write(tx, id, context, { muted_until: until })
  },
}
export const muteAlert = command(muteOne)
export const bulkMute = bulkOf(muteOne, {
  domain: 'supervision',
  name: 'alerts.bulkMute',
  route: 'POST /alerts/mute',
  summary: 'Tell nobody of many alerts until a time',
  change: z.strictObject(mute),
})

async function openAlert(tx: Tx<SupervisionTables>, id: string): Promise<void> {
  const row = await tx
    .selectFrom('supervision.alerts')
    .select('closed_at')
    .where('id', '=', id)
    .executeTakeFirst()
  if (required(row).closed_at !== null)
    throw new Problem('conflict', { reason: 'supervision:problem.alertIsOver' })
}

function checkFuture(field: string, at: string | null, context: WriteContext): void {
  if (at !== null && Date.parse(at) <= context.now.getTime())
    throw invalidField(field, 'supervision:problem.alreadyPast')
}

type Change = Partial<
  Record<'acknowledged_at' | 'acknowledged_by' | 'acknowledged_until' | 'muted_until', string | null> & {
    comment: string
  }
>

async function write(
  tx: Tx<SupervisionTables>,
  id: string,
  context: WriteContext,
  change: Change,
): Promise<ReturnType<typeof alertOf>> {
  await tx.updateTable('supervision.alerts').set(change).where('id', '=', id).execute()
  const alert = await alertById(tx, id)
  context.about({ subjectName: alert.assetName, placeId: alert.siteId })
  context.emit(alertAcknowledged(alert.organisationId, { id, assetId: alert.assetId }, alert.siteId))
  return alert
}
