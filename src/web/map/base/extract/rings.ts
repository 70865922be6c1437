/** A vertex on the grid of the base map: whole multiples of `GRID` degrees, east and north. */
export type Vertex = readonly [number, number]

/** A closed line without its repeated last vertex; land lies to its left. */
export type Ring = Vertex[]

/** Degrees per step of the grid: four decimals, some 11 m. */
export const GRID = 1e-4

const COLUMNS = 2 ** 23

/** One number per place on the grid, to compare and look up vertices by. */
export function keyOf([x, y]: Vertex): number {
  return (y + 2 ** 21) * COLUMNS + (x + 2 ** 22)
}

/** The place a key stands for. */
export function vertexOf(key: number): Vertex {
  return [(key % COLUMNS) - 2 ** 22, Math.floor(key / COLUMNS) - 2 ** 21]
}

/** Twice the signed area in square grid steps; positive where the ring runs anticlockwise. */
export function doubledArea(ring: readonly Vertex[]): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = ring[i]!
    const [x1, y1] = ring[(i + 1) % ring.length]!
    sum += x0 * y1 - x1 * y0
  }
  return sum
}

/** Whether a vertex lies within a ring (even-odd rule). */
export function contains(ring: readonly Vertex[], [x, y]: Vertex): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x0, y0] = ring[i]!
    const [x1, y1] = ring[j]!
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside
  }
  return inside
}

/** A GeoJSON ring brought onto the grid, turned so that land lies to its left. */
export function toGrid(coordinates: readonly (readonly number[])[], isOuter: boolean): Ring {
  const ring: Ring = []
  for (const [longitude, latitude] of coordinates) {
    const vertex: Vertex = [Math.round(longitude! / GRID), Math.round(latitude! / GRID)]
    const last = ring.at(-1)
    if (!last || keyOf(last) !== keyOf(vertex)) ring.push(vertex)
  }
  while (ring.length > 1 && keyOf(ring[0]!) === keyOf(ring.at(-1)!)) ring.pop()
  return doubledArea(ring) > 0 === isOuter ? ring : ring.toReversed()
}
