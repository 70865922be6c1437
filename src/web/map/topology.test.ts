import { expect, test } from 'vitest'
import labels from './base/labels.json' with { type: 'json' }
import outlinesFile from './base/outlines.json' with { type: 'json' }
import { bordersOf, landOf } from './topology.ts'
import type { Outlines } from './topology.ts'

const outlines = outlinesFile as unknown as Outlines

test('every département is there, with its name', () => {
  const codes = outlines.departements.map(([code]) => code)
  expect(codes.filter((code) => code.length === 2)).toHaveLength(96)
  expect(codes).toEqual(expect.arrayContaining(['2A', '2B', '971', '972', '973', '974', '976']))
  expect(labels.departements.map(([code]) => code).toSorted()).toEqual(codes.toSorted())
  const names = new Map(labels.departements.map(([code, name]) => [code, name]))
  expect([names.get('68'), names.get('77'), names.get('2A')]).toEqual([
    'Haut-Rhin',
    'Seine-et-Marne',
    'Corse-du-Sud',
  ])
})

test('thirteen regions of metropolitan France are named', () => {
  expect(labels.regions.map(([, name]) => name).toSorted()).toHaveLength(13)
})

test('each border is drawn once and knows its kind', () => {
  const borders = bordersOf(outlines)
  expect(borders).toHaveLength(outlines.arcs.length)
  const count = (kind: string) => borders.filter(({ properties }) => properties!['kind'] === kind).length
  expect(count('departement')).toBeGreaterThan(120)
  expect(count('region')).toBeGreaterThan(60)
  expect(count('country')).toBeGreaterThan(300)
  expect(count('coast')).toBeGreaterThan(300)
})

test('France is where it is, closed, and about as large as it is', () => {
  const france = landOf(outlines)[0]!
  const rings = france.geometry.coordinates.map((polygon) => polygon[0]!)
  for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0])
  const mainland = rings.toSorted((a, b) => b.length - a.length)[0]!
  const west = Math.min(...mainland.map(([longitude]) => longitude!))
  const north = Math.max(...mainland.map(([, latitude]) => latitude!))
  expect(west).toBeCloseTo(-4.79, 1)
  expect(north).toBeCloseTo(51.09, 1)
  // 536 000 km² of mainland.
  expect(squareKilometres(mainland) / 536_000).toBeCloseTo(1, 1)
})

/** The integral of the sine of latitude along the ring, on a sphere. */
function squareKilometres(ring: number[][]): number {
  const radians = Math.PI / 180
  const sum = ring.slice(1).reduce((total, [longitude, latitude], i) => {
    const [longitudeBefore, latitudeBefore] = ring[i]!
    const height = (Math.sin(latitude! * radians) + Math.sin(latitudeBefore! * radians)) / 2
    return total + (longitude! - longitudeBefore!) * radians * height
  }, 0)
  return Math.abs(sum) * 6371 ** 2
}
