import { expect, test } from 'vitest'
import { buildMap } from './build.ts'
import { toGrid } from './rings.ts'
import type { SourceArea } from './source.ts'

/** A square degree in the middle of France whose east side wavers by a few metres. */
function area(
  id: string,
  west: number,
  region: string,
  kind: SourceArea['kind'] = 'departement',
): SourceArea {
  const side = (at: number): number[][] =>
    Array.from({ length: 41 }, (_, i) => [at + (i % 2) * 0.0001, 46 + i / 40])
  const ring = [...side(west + 1), ...side(west).toReversed()]
  return { id, kind, name: id, region, regionName: region, rings: [toGrid([...ring, ring[0]!], true)] }
}

const map = buildMap([
  area('01', 1, 'A'),
  area('02', 2, 'A'),
  area('03', 3, 'B'),
  area('XX', 4, '', 'country'),
])

test('what two areas share is one line, simplified once', () => {
  const [west, middle] = map.departements
  const shared = west!.polygons.flat(2).filter((arc) => middle!.polygons.flat(2).includes(~arc))
  expect(shared).toHaveLength(1)
  const line = map.lines[shared[0]! < 0 ? ~shared[0]! : shared[0]!]!
  expect(line.length).toBeLessThan(25)
  expect(line.map(([x]) => x).every((x) => Math.abs(x - 20_000) <= 5)).toBe(true)
})

test('a region and the country are the outline of their parts, without the lines between them', () => {
  const region = map.regions.find(({ id }) => id === 'A')!
  expect(region.size).toBeCloseTo(2 * Math.cos((46.5 * Math.PI) / 180), 2)
  expect(region.polygons).toHaveLength(1)
  expect(map.france.polygons).toHaveLength(1)
  expect(map.france.size).toBeCloseTo(3 * Math.cos((46.5 * Math.PI) / 180), 2)
})

test('a name stands in the middle of its area', () => {
  const [longitude, latitude] = map.departements[0]!.label
  expect(longitude / 10_000).toBeCloseTo(1.5, 1)
  expect(latitude / 10_000).toBeCloseTo(46.5, 0)
})
