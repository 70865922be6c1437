import type { Feature, MultiPolygon, LineString, Position } from 'geojson'

/** The outlines as `scripts/base-map.ts` writes them; see `base/README.md`. */
export interface Outlines {
  /** Degrees per step. */
  grid: number
  arcs: number[][]
  france: ArcPolygon[]
  departements: [id: string, region: string, polygons: ArcPolygon[]][]
  countries: [id: string, polygons: ArcPolygon[]][]
}

type ArcPolygon = number[][]

export type BorderKind = 'coast' | 'country' | 'region' | 'departement'

/** Land as two kinds of areas, without the lines within France. */
export function landOf(outlines: Outlines): Feature<MultiPolygon>[] {
  const arcs = decodeArcs(outlines)
  const feature = (kind: string, polygons: ArcPolygon[]): Feature<MultiPolygon> => ({
    type: 'Feature',
    properties: { kind },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => tracedRing(ring, arcs))),
    },
  })
  return [
    feature('france', outlines.france),
    ...outlines.countries.map(([, polygons]) => feature('abroad', polygons)),
  ]
}

/** Every border once, by the kind that it is: a border of two regions is not one of two départements too. */
export function bordersOf(outlines: Outlines): Feature<LineString>[] {
  const arcs = decodeArcs(outlines)
  const kinds = kindsOf(outlines)
  return arcs.map((coordinates, i) => ({
    type: 'Feature',
    properties: { kind: kinds[i] ?? 'coast' },
    geometry: { type: 'LineString', coordinates },
  }))
}

function kindsOf(outlines: Outlines): (BorderKind | undefined)[] {
  const kinds: (BorderKind | undefined)[] = []
  const regions: (string | undefined)[] = []
  const visit = (polygons: ArcPolygon[], region: string): void => {
    for (const arc of polygons.flat(2)) {
      const i = arc < 0 ? ~arc : arc
      kinds[i] = kinds[i] ? borderBetween(regions[i]!, region) : 'coast'
      regions[i] = region
    }
  }
  for (const [, region, polygons] of outlines.departements) visit(polygons, region)
  for (const [, polygons] of outlines.countries) visit(polygons, '')
  return kinds
}

/** A country abroad has no region. */
function borderBetween(one: string, other: string): BorderKind {
  if (!one || !other) return 'country'
  return one === other ? 'departement' : 'region'
}

function decodeArcs({ arcs, grid }: Outlines): Position[][] {
  return arcs.map((differences) => {
    const line: Position[] = []
    let x = 0
    let y = 0
    for (let i = 0; i < differences.length; i += 2) {
      x += differences[i]!
      y += differences[i + 1]!
      line.push([x * grid, y * grid])
    }
    return line
  })
}

function tracedRing(ring: number[], arcs: Position[][]): Position[] {
  const traced = ring.flatMap((arc) => (arc < 0 ? arcs[~arc]!.toReversed() : arcs[arc]!).slice(1))
  return [...traced, traced[0]!]
}
