import { z } from 'zod'
import { historyOf } from '#audit'
import type { Access } from '#kernel/access'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import { mailsAbout, type MailTold } from '#notifications'
import { Alert, AlertMoment, Id } from '../contract.ts'
import { query } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'
import { alertById } from './row.ts'

type Moment = z.input<typeof AlertMoment>
type Told = z.input<typeof Alert>

export const readAlertHistory = query({
  name: 'alerts.history',
  route: 'GET /alerts/:id/history',
  right: 'alert.read',
  summary: 'What became of an alert, what people did about it, and who was told, newest first',
  input: z.strictObject({ id: Id }),
  output: z.object({ items: z.array(AlertMoment) }),
  async run(tx, { id }, context) {
    const alert = await alertById(tx, id)
    const mails = readsMails(context.person.access('channel.read'), alert.organisationId)
      ? await mailsAbout(tx, id)
      : []
    const moments = [...(await kept(tx, alert)), ...(await done(tx, id, context)), ...mails.map(toldBy)]
    return { items: moments.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at)) }
  },
})

const most = 500
const nothing = {
  state: null,
  measured: null,
  threshold: null,
  cause: null,
  who: null,
  comment: null,
  until: null,
  mail: null,
}

/** What the alert became. Of one that is older than its moments, and where its asset was deleted, it says itself. */
async function kept(tx: Tx<SupervisionTables>, alert: Told): Promise<Moment[]> {
  const rows = await tx
    .selectFrom('supervision.alert_moments')
    .select(['id', 'at', 'what', 'state', 'measured', 'threshold', 'cause'])
    .where('alert_id', '=', alert.id)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const moments: Moment[] = rows.map((row) => ({ ...nothing, ...row }))
  const has = (what: Moment['what']) => rows.some((row) => row.what === what)
  if (alert.closedAt && !has('closed'))
    moments.unshift({ ...nothing, id: alert.id, what: 'closed', at: alert.closedAt })
  if (!has('opened') && rows.length < most)
    moments.push({ ...nothing, id: alert.organisationId, what: 'opened', at: alert.openedAt })
  return moments
}

/** What people did about it, as the journal tells. */
async function done(tx: Tx<SupervisionTables>, id: string, context: Context): Promise<Moment[]> {
  const { items } = await historyOf(tx, id, { limit: most }, context)
  return items.flatMap((entry): Moment[] => {
    const after = (field: string) => entry.changes[field]?.[1]
    const what = actOf(entry.operation, after('muted_until'))
    if (!what) return []
    const until = after(what === 'acknowledged' ? 'acknowledged_until' : 'muted_until')
    return [
      {
        ...nothing,
        id: entry.id,
        at: entry.at,
        what,
        who: entry.actor.name || null,
        comment: what === 'acknowledged' ? textOf(after('comment')) : null,
        until: typeof until === 'string' ? new Date(until).toISOString() : null,
      },
    ]
  })
}

/** One by itself, or one of many. */
function actOf(operation: string, mutedUntil: unknown): Moment['what'] | undefined {
  const verb = operation.replace('alerts.', '').replace('bulk', '').toLowerCase()
  if (verb === 'acknowledge') return 'acknowledged'
  if (verb === 'unacknowledge') return 'unacknowledged'
  if (verb === 'mute') return mutedUntil ? 'muted' : 'unmuted'
  return undefined
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

function toldBy({ id, createdAt, ...mail }: MailTold): Moment {
  const { recipient, state, error, sentAt } = mail
  return { ...nothing, id, at: createdAt, what: 'told', mail: { recipient, state, error, sentAt } }
}

function readsMails({ everything, organisations }: Access, organisationId: string): boolean {
  return everything || organisations.includes(organisationId)
}
