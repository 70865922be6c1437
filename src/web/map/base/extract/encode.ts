import type { BuiltArea, BuiltMap } from './build.ts'
import { GRID } from './rings.ts'
import type { Vertex } from './rings.ts'
import { SEAS } from './seas.ts'
import type { CountryName, SourceArea } from './source.ts'

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
export function labelsJson(
  map: BuiltMap,
  areas: readonly SourceArea[],
  countryNames: readonly CountryName[],
): string {
  const departement = new Map(areas.map((area) => [area.id, area]))
  const region = new Map(areas.map((area) => [area.region, area]))
  const country = new Map(countryNames.map((entry) => [entry.country_a2, entry.i18n]))
  const rows = (built: readonly BuiltArea[], names: (id: string) => string[] | undefined): unknown[] =>
    built
      .toSorted((a, b) => b.size - a.size)
      .flatMap((area) => {
        const found = names(area.id)
        return found ? [[area.id, ...found, ...degrees(area.label), Number(area.size.toPrecision(2))]] : []
      })
  const labels = {
    departements: rows(map.departements, (id) => [departement.get(id)!.name]),
    // Overseas a region and its département are one; its name is drawn once.
    regions: rows(
      map.regions.filter(({ id }) => region.get(id)!.regionName !== region.get(id)!.name),
      (id) => [region.get(id)!.regionName],
    ),
    countries: rows(map.countries, (id) => namesOf(country.get(id))),
    france: [
      'FR',
      ...namesOf(country.get('FR'))!,
      ...degrees(map.france.label),
      Number(map.france.size.toPrecision(2)),
    ],
    seas: SEAS,
  }
  return Object.entries(labels)
    .map(([key, value]) => {
      const text =
        key === 'france'
          ? JSON.stringify(value)
          : `[\n${(value as unknown[]).map((row) => JSON.stringify(row)).join(',\n')}\n]`
      return `${JSON.stringify(key)}: ${text}`
    })
    .join(',\n')
    .replace(/^/, '{')
    .replace(/$/, '}\n')
}

function namesOf(names: CountryName['i18n'] | undefined): [string, string] | undefined {
  return names && [first(names.fr), first(names.en)]
}

/** The list holds several names for some countries; the first is the usual one. */
function first(name: string | string[]): string {
  return typeof name === 'string' ? name : name[0]!
}

function degrees([x, y]: Vertex): [number, number] {
  return [Number((x * GRID).toFixed(3)), Number((y * GRID).toFixed(3))]
}
