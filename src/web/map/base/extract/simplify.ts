import { GRID } from './rings.ts'
import type { Vertex } from './rings.ts'

/** Degrees of detail to keep at a place on the grid. */
export type Tolerance = (vertex: Vertex) => number

/**
 * Takes away the vertices whose triangle with their neighbours is smaller than the tolerance squared
 * (Visvalingam and Whyatt 1993), least first within each pass. The ends stay.
 */
export function simplify(line: readonly Vertex[], tolerance: Tolerance): Vertex[] {
  const isClosed = line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1]
  const fewest = isClosed ? 4 : 2
  let kept = [...line]
  for (;;) {
    const weights = weigh(kept, tolerance)
    const isLocalLeast = (i: number): boolean =>
      weights[i]! < 1 && weights[i]! <= weights[i - 1]! && weights[i]! < weights[i + 1]!
    const thinner = kept.filter((_, i) => i === 0 || i === kept.length - 1 || !isLocalLeast(i))
    if (thinner.length === kept.length || thinner.length < fewest) return kept
    kept = thinner
  }
}

/** Each inner vertex's triangle, as a share of what the tolerance there keeps; the ends weigh infinitely. */
function weigh(line: readonly Vertex[], tolerance: Tolerance): number[] {
  return line.map((vertex, i) => {
    if (i === 0 || i === line.length - 1) return Infinity
    const [x0, y0] = line[i - 1]!
    const [x1, y1] = vertex
    const [x2, y2] = line[i + 1]!
    const shrink = Math.cos((y1 * GRID * Math.PI) / 180)
    const area = (Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2) * GRID * GRID * shrink
    return area / tolerance(vertex) ** 2
  })
}
