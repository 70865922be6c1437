import { sql } from 'kysely'
import { z } from 'zod'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { alertOf, withNames } from '../alerts/row.ts'
import { isAcknowledged, isMuted } from '../alerts/filters.ts'
import { Alert, Id, State, Time } from '../contract.ts'
import { query } from '../operations.ts'
import { dayMs } from '../series/retention.ts'
import type { SupervisionTables } from '../tables.ts'
import { siteStates, SiteState } from './sites.ts'

const mostAlerts = 100
const mostChanges = 30
const mostSites = 10

const Change = z
  .object({
    at: Time,
    assetId: Id,
    assetName: z.string(),
    siteName: z.string().nullable(),
    was: State.nullable(),
    state: State.nullable(),
  })
  .meta({ id: 'StateChange' })

/** What needs a person now, in the order of what it hurts. */
export const readOverview = query({
  name: 'overview.read',
  route: 'GET /overview',
  right: 'alert.read',
  summary: 'What is wrong now, ordered by what it hurts; what changed lately; the worst sites',
  input: z.strictObject({ organisationId: Id.optional() }),
  output: z.object({
    /** Assets by how they fare; `none`: not supervised. */
    assets: z.object({
      ok: z.number().int(),
      warning: z.number().int(),
      critical: z.number().int(),
      unknown: z.number().int(),
      unreachable: z.number().int(),
      none: z.number().int(),
    }),
    /** Open alerts that nobody has in hand. */
    wrong: z.array(Alert),
    wrongTotal: z.number().int(),
    acknowledged: z.array(Alert),
    muted: z.number().int(),
    changes: z.array(Change),
    worstSites: z.array(SiteState),
  }),
  async run(tx, { organisationId }) {
    const wrong = await openAlerts(tx, organisationId, false)
    const acknowledged = await openAlerts(tx, organisationId, true)
    const sites = await siteStates(tx, organisationId)
    return {
      assets: await countAssets(tx, organisationId),
      wrong: wrong.alerts,
      wrongTotal: wrong.total,
      acknowledged: acknowledged.alerts,
      muted: await countMuted(tx, organisationId),
      changes: await lastChanges(tx, organisationId),
      worstSites: sites
        .filter(({ here }) => here !== null && here.state !== null && here.state !== 'ok')
        .slice(0, mostSites),
    }
  },
})

async function openAlerts(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
  acknowledged: boolean,
) {
  let rows = tx
    .selectFrom('supervision.alerts_seen')
    .where('closed_at', 'is', null)
    .where(sql<boolean>`not ${isMuted()}`)
    .where(sql<boolean>`${isAcknowledged()} = ${acknowledged}`)
  if (organisationId) rows = rows.where('organisation_id', '=', organisationId)
  const { count } = await rows.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const found = await rows
    .selectAll()
    .orderBy(sql`coalesce(level, 0)`, 'desc')
    .orderBy('weight', 'desc')
    .orderBy('opened_at', 'desc')
    .limit(mostAlerts)
    .execute()
  return { total: count, alerts: await withNames(tx, found.map(alertOf)) }
}

async function countMuted(tx: Tx<SupervisionTables>, organisationId: string | undefined): Promise<number> {
  let rows = tx
    .selectFrom('supervision.alerts')
    .select(sql<number>`count(*)`.as('count'))
    .where('closed_at', 'is', null)
    .where(isMuted())
  if (organisationId) rows = rows.where('organisation_id', '=', organisationId)
  return (await rows.executeTakeFirstOrThrow()).count
}

async function countAssets(tx: Tx<SupervisionTables>, organisationId: string | undefined) {
  let rows = tx
    .selectFrom('estate.assets_seen as a')
    .leftJoin('supervision.asset_states as t', 't.asset_id', 'a.id')
    .select([sql<Held | 'none'>`coalesce(t.state, 'none')`.as('state'), sql<number>`count(*)`.as('count')])
    .groupBy('t.state')
  if (organisationId) rows = rows.where('a.organisation_id', '=', organisationId)
  const counts = { ok: 0, warning: 0, critical: 0, unknown: 0, unreachable: 0, none: 0 }
  for (const { state, count } of await rows.execute()) counts[state] = count
  return counts
}
type Held = z.output<typeof State>

function lastChanges(tx: Tx<SupervisionTables>, organisationId: string | undefined) {
  let rows = tx
    .selectFrom('supervision.transitions as t')
    .innerJoin('estate.assets_seen as a', 'a.id', 't.asset_id')
    .select([
      't.at',
      't.asset_id as assetId',
      'a.name as assetName',
      'a.site_name as siteName',
      't.was',
      't.state',
    ])
    // That an asset began to be supervised, or ended, is no news.
    .where('t.was', 'is not', null)
    .where('t.state', 'is not', null)
    .where('t.at', '>', new Date(nowMs() - 7 * dayMs).toISOString())
    .orderBy('t.at', 'desc')
    .limit(mostChanges)
  if (organisationId) rows = rows.where('t.organisation_id', '=', organisationId)
  return rows.execute()
}
