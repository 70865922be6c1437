import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { isAcknowledged } from '../alerts/filters.ts'
import { Id, State } from '../contract.ts'
import { query } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'

const tally = {
  /** The worst of the assets; null where none is supervised. */
  state: State.nullable(),
  /** Whether somebody has in hand everything that is wrong. */
  isAcknowledged: z.boolean(),
  assets: z.number().int(),
  ok: z.number().int(),
  warning: z.number().int(),
  critical: z.number().int(),
  unknown: z.number().int(),
  unreachable: z.number().int(),
}

/** How a site fares with all below it. */
export const SiteState = z
  .object({
    siteId: Id,
    organisationId: Id,
    name: z.string(),
    pathName: z.string(),
    kind: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    level: z.number().int(),
    ...tally,
    /**
     * Without what stands on a place of its own further down, so that each asset counts once; null where the site has no
     * coordinates and is part of one that has (a territory is no place).
     */
    here: z.object(tally).nullable(),
  })
  .meta({ id: 'SiteState' })

export const listSiteStates = query({
  name: 'sites.states',
  route: 'GET /sites/states',
  right: 'site.read',
  summary: 'How each site fares with all below it: for the map',
  input: z.strictObject({ organisationId: Id.optional(), isLocated: z.stringbool().optional() }),
  output: z.object({ items: z.array(SiteState) }),
  async run(tx, { organisationId, isLocated }) {
    const items = await siteStates(tx, organisationId)
    return {
      items: isLocated === undefined ? items : items.filter((site) => (site.latitude !== null) === isLocated),
    }
  },
})

/** How some assets fare, as one object of SQL. */
const tallied = sql`json_build_object(
  'state', case when bool_or(state = 'critical') then 'critical' when bool_or(state = 'warning') then 'warning'
    when bool_or(state = 'unknown') then 'unknown' when bool_or(state = 'unreachable') then 'unreachable'
    when bool_or(state = 'ok') then 'ok' end,
  'isAcknowledged', coalesce(bool_and(acknowledged) filter (where state <> 'ok'), false),
  'assets', count(*), 'ok', count(*) filter (where state = 'ok'), 'warning', count(*) filter (where state = 'warning'),
  'critical', count(*) filter (where state = 'critical'), 'unknown', count(*) filter (where state = 'unknown'),
  'unreachable', count(*) filter (where state = 'unreachable'))`

type Tally = NonNullable<z.output<typeof SiteState>['here']>
type Row = Omit<z.output<typeof SiteState>, keyof Tally | 'here'> & {
  below: Tally | null
  here: Tally | null
  isPart: boolean
}

const nothing: Tally = {
  state: null,
  isAcknowledged: false,
  assets: 0,
  ok: 0,
  warning: 0,
  critical: 0,
  unknown: 0,
  unreachable: 0,
}

/** All sites, the worst first: by level, then by state, then by how many. */
export async function siteStates(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
): Promise<z.output<typeof SiteState>[]> {
  const { rows } = await sql<Row>`
    with sites as materialized (
      select * from estate.sites_seen
      where ${organisationId ?? null}::uuid is null or organisation_id = ${organisationId ?? null}::uuid
    ), parts as (
      select s.id, coalesce((select near.id from unnest(s.path) with ordinality u (id, depth)
        join sites near on near.id = u.id
        where near.latitude is not null and (near.kind <> 'territory' or near.id = s.id) order by u.depth desc limit 1), s.id) as of_id
      from sites s
    ), assets as (
      select a.site_id, a.site_path, t.state, coalesce(alerts.acknowledged, false) as acknowledged
      from estate.assets_seen a
        left join supervision.asset_states t on t.asset_id = a.id
        left join (select asset_id, bool_and(${isAcknowledged()}) as acknowledged from supervision.alerts
          where closed_at is null group by asset_id) alerts on alerts.asset_id = a.id
    ), below as (
      select place.id, ${tallied} as tally from assets cross join unnest(site_path) place (id) group by place.id
    ), here as (
      select parts.of_id as id, ${tallied} as tally from assets join parts on parts.id = assets.site_id
      group by parts.of_id
    )
    select s.id as "siteId", s.organisation_id as "organisationId", s.name, s.path_name as "pathName", s.kind,
      s.latitude, s.longitude, s.effective_level as level, below.tally as below, here.tally as here,
      parts.of_id <> s.id as "isPart"
    from sites s join parts on parts.id = s.id left join below on below.id = s.id left join here on here.id = s.id`.execute(
    tx,
  )
  return rows
    .map(({ below, here, isPart, ...site }) => ({
      ...site,
      ...(below ?? nothing),
      here: isPart ? null : (here ?? nothing),
    }))
    .toSorted(byHurt)
}

const faults = ['critical', 'warning', 'unknown', 'unreachable'] as const

function byHurt(one: z.output<typeof SiteState>, other: z.output<typeof SiteState>): number {
  if (one.level !== other.level) return other.level - one.level
  for (const fault of faults) if (one[fault] !== other[fault]) return other[fault] - one[fault]
  return one.pathName.localeCompare(other.pathName)
}
