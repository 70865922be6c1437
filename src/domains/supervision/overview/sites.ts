import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { isAcknowledged } from '../alerts/filters.ts'
import { Id, State } from '../contract.ts'
import { query } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'

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
    /** The worst of the assets on it and below it; null where none is supervised. */
    state: State.nullable(),
    /** Whether somebody has in hand everything that is wrong. */
    isAcknowledged: z.boolean(),
    assets: z.number().int(),
    ok: z.number().int(),
    warning: z.number().int(),
    critical: z.number().int(),
    unknown: z.number().int(),
    unreachable: z.number().int(),
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

/** All sites, the worst first: by level, then by state, then by how many. */
export async function siteStates(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
): Promise<z.output<typeof SiteState>[]> {
  const { rows } = await sql<z.output<typeof SiteState>>`
    with assets as (
      select place.id as place_id, t.state, coalesce(alerts.acknowledged, false) as acknowledged
      from estate.assets_seen a
        left join supervision.asset_states t on t.asset_id = a.id
        left join (select asset_id, bool_and(${isAcknowledged()}) as acknowledged from supervision.alerts
          where closed_at is null group by asset_id) alerts on alerts.asset_id = a.id
        cross join unnest(a.site_path) place (id)
    ), counted as (
      select place_id, count(*) as assets, count(*) filter (where state = 'ok') as ok,
        count(*) filter (where state = 'warning') as warning, count(*) filter (where state = 'critical') as critical,
        count(*) filter (where state = 'unknown') as unknown,
        count(*) filter (where state = 'unreachable') as unreachable,
        bool_and(acknowledged) filter (where state <> 'ok') as acknowledged
      from assets group by place_id
    )
    select s.id as "siteId", s.organisation_id as "organisationId", s.name, s.path_name as "pathName", s.kind,
      s.latitude, s.longitude, s.effective_level as level,
      case when critical > 0 then 'critical' when warning > 0 then 'warning' when unknown > 0 then 'unknown'
        when unreachable > 0 then 'unreachable' when ok > 0 then 'ok' end as state,
      coalesce(acknowledged, false) as "isAcknowledged", coalesce(assets, 0) as assets, coalesce(ok, 0) as ok,
      coalesce(warning, 0) as warning, coalesce(critical, 0) as critical, coalesce(unknown, 0) as unknown,
      coalesce(unreachable, 0) as unreachable
    from estate.sites_seen s left join counted c on c.place_id = s.id
    where ${organisationId ?? null}::uuid is null or s.organisation_id = ${organisationId ?? null}::uuid
    order by s.effective_level desc, critical desc nulls last, warning desc nulls last, unknown desc nulls last,
      unreachable desc nulls last, s.path_name`.execute(tx)
  return rows
}
