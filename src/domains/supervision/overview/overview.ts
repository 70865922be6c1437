import { z } from 'zod'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { Alert, Id, State, Time } from '../contract.ts'
import { query } from '../operations.ts'
import { dayMs } from '../series/retention.ts'
import type { SupervisionTables } from '../tables.ts'
import { countOpen, worstOpen } from './open-alerts.ts'
import { siteStates, SiteState } from './sites.ts'
import { countBySite, sum } from './tally.ts'

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
    const open = await countOpen(tx, organisationId)
    const counted = await countBySite(tx, organisationId)
    const sites = await siteStates(tx, organisationId, counted)
    const levels = new Map(sites.map(({ siteId, level }) => [siteId, level]))
    const { ok, warning, critical, unknown, unreachable, assets } = sum(counted)
    return {
      assets: {
        ok,
        warning,
        critical,
        unknown,
        unreachable,
        none: assets - ok - warning - critical - unknown - unreachable,
      },
      wrong: open.wrong ? await worstOpen(tx, organisationId, levels, { acknowledged: false }) : [],
      wrongTotal: open.wrong,
      acknowledged: open.acknowledged
        ? await worstOpen(tx, organisationId, levels, { acknowledged: true })
        : [],
      muted: open.muted,
      changes: await lastChanges(tx, organisationId),
      worstSites: sites
        .filter(({ here }) => here !== null && here.state !== null && here.state !== 'ok')
        .slice(0, mostSites),
    }
  },
})

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
