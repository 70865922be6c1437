import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Id } from '../contract.ts'
import { query } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'
import { add, countBySite, tally, tallyOf, type Counted, type CountedOfSite, type Tally } from './tally.ts'

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

/** All sites, the worst first: by level, then by state, then by how many. */
export async function siteStates(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
  counted?: readonly CountedOfSite[],
): Promise<z.output<typeof SiteState>[]> {
  const sites = await sitesOf(tx, organisationId)
  const byId = new Map(sites.map((site) => [site.siteId, site]))
  const below = new Map<string, Counted>()
  const here = new Map<string, Counted>()
  for (const { siteId, ...counts } of counted ?? (await countBySite(tx, organisationId))) {
    const site = byId.get(siteId ?? '')
    if (!site) continue
    for (const id of site.path) add(below, id, counts)
    add(here, placeOf(site, byId), counts)
  }
  return sites
    .map(({ path: _path, ...site }) => ({
      ...site,
      ...tallyOf(below.get(site.siteId)),
      here: placeOf(byId.get(site.siteId)!, byId) === site.siteId ? tallyOf(here.get(site.siteId)) : null,
    }))
    .toSorted(byHurt)
}

type Site = Omit<z.output<typeof SiteState>, keyof Tally | 'here'> & { path: string[] }

function sitesOf(tx: Tx<SupervisionTables>, organisationId: string | undefined): Promise<Site[]> {
  let rows = tx
    .selectFrom('estate.sites_seen')
    .select([
      'id as siteId',
      'organisation_id as organisationId',
      'name',
      'path_name as pathName',
      'kind',
      'latitude',
      'longitude',
      'effective_level as level',
      'path',
    ])
  if (organisationId) rows = rows.where('organisation_id', '=', organisationId)
  return rows.execute()
}

/** The nearest place with coordinates, from the site itself upwards (a territory is no place); itself where there is none. */
function placeOf(site: Site, byId: ReadonlyMap<string, Site>): string {
  const place = site.path.findLast((id) => {
    const near = byId.get(id)
    return near && near.latitude !== null && (near.kind !== 'territory' || near === site)
  })
  return place ?? site.siteId
}

const faults = ['critical', 'warning', 'unknown', 'unreachable'] as const

function byHurt(one: z.output<typeof SiteState>, other: z.output<typeof SiteState>): number {
  if (one.level !== other.level) return other.level - one.level
  for (const fault of faults) if (one[fault] !== other[fault]) return other[fault] - one[fault]
  return one.pathName.localeCompare(other.pathName)
}
