import type { BuiltArea, BuiltMap } from './build.ts'
import { GRID } from './rings.ts'
import type { Vertex } from './rings.ts'
import { SEAS } from './seas.ts'
import type { SourceArea } from './source.ts'

/**
 * The outlines as text: `arcs` are runs of x, y in steps of `grid` degrees, the first absolute and each next
 * the difference to the one before; an area's polygons name arcs by index, `~i` for backwards.
 */
export function outlinesJson(map: BuiltMap, areas: readonly SourceArea[]): string {
  const { lines, renumber } = renumberUsed(map)
  const shape = (area: BuiltArea): number[][][] =>
    area.polygons.map((rings) => rings.map((ring) => ring.map(renumber)))
  const regionOf = new Map(areas.map((area) => [area.id, area.region]))
  const outlines = {
    grid: GRID,
    france: shape(map.france),
    departements: map.departements.map((area) => [area.id, regionOf.get(area.id), shape(area)]),
    countries: map.countries.map((area) => [area.id, shape(area)]),
    arcs: lines.map(differences),
  }
  return JSON.stringify(outlines) + '\n'
}

function renumberUsed(map: BuiltMap): { lines: Vertex[][]; renumber: (arc: number) => number } {
  const places = new Map<number, number>()
  const lines: Vertex[][] = []
  for (const area of [...map.departements, ...map.countries]) {
    for (const arc of area.polygons.flat(2)) {
      const index = arc < 0 ? ~arc : arc
      if (!places.has(index)) places.set(index, lines.push(map.lines[index]!) - 1)
    }
  }
  return { lines, renumber: (arc) => (arc < 0 ? ~places.get(~arc)! : places.get(arc)!) }
}

function differences(line: readonly Vertex[]): number[] {
  return line.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - line[i - 1]![0], y - line[i - 1]![1]]))
}

/** Names and where they stand: `[id, name …, longitude, latitude, size]`, the largest first. */
export function labelsJson(map: BuiltMap, areas: readonly SourceArea[]): string {
  const departement = new Map(areas.map((area) => [area.id, area]))
  const region = new Map(areas.map((area) => [area.region, area]))
  const lists = {
    departements: rows(map.departements, (id) => [departement.get(id)!.name]),
    // Overseas a region and its département are one; its name is drawn once.
    regions: rows(
      map.regions.filter(({ id }) => region.get(id)!.regionName !== region.get(id)!.name),
      (id) => [region.get(id)!.regionName],
    ),
    countries: rows(map.countries, countryNames),
    france: rows([map.france], countryNames),
    seas: SEAS,
  }
  const texts = Object.entries(lists).map(([key, list]) => {
    const lines = list.map((row) => JSON.stringify(row)).join(',\n')
    return `${JSON.stringify(key)}: [\n${lines}\n]`
  })
  return `{${texts.join(',\n')}}\n`
}

function rows(areas: readonly BuiltArea[], namesOf: (id: string) => string[]): unknown[][] {
  return areas
    .toSorted((a, b) => b.size - a.size)
    .map((area) => ({ area, names: namesOf(area.id) }))
    .filter(({ names }) => names.length > 0)
    .map(({ area, names }) => [
      area.id,
      ...names.map(typographic),
      ...degrees(area.label),
      Number(area.size.toPrecision(2)),
    ])
}

const french = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })
const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** CLDR's names, which say Tchéquie and Moldova; none for areas that are nobody's country. */
function countryNames(id: string): string[] {
  if (id.length !== 2) return []
  const names = [french.of(id), english.of(id)]
  return names.filter((name) => name !== undefined)
}

function typographic(name: string): string {
  return name.replaceAll("'", '’')
}

function degrees([x, y]: Vertex): [number, number] {
  return [Number((x * GRID).toFixed(3)), Number((y * GRID).toFixed(3))]
}
