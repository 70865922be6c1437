import { GRID } from './rings.ts'
import type { Vertex } from './rings.ts'

/** Where detail counts: metropolitan France, and each département and collectivité overseas (degrees). */
const FOCUS: readonly (readonly [west: number, south: number, east: number, north: number])[] = [
  [-5.2, 41.3, 9.6, 51.2],
  [-63.2, 14.3, -60.7, 18.2],
  [-54.7, 2.1, -51.6, 5.8],
  [55.2, -21.4, 55.9, -20.8],
  [45, -13.1, 45.3, -12.6],
  [-56.5, 46.7, -56.1, 47.2],
  [163.5, -22.9, 168.2, -19.5],
  [-149.9, -17.9, -149.1, -17.4],
]

const FINEST = 0.0022
const COARSEST = 0.16

/** Degrees between a place and the nearest focus; zero within one. */
export function degreesFromFocus([x, y]: Vertex): number {
  const longitude = x * GRID
  const latitude = y * GRID
  const distances = FOCUS.map(([west, south, east, north]) =>
    Math.hypot(
      Math.max(west - longitude, 0, longitude - east),
      Math.max(south - latitude, 0, latitude - north),
    ),
  )
  return Math.min(...distances)
}

/** The detail to keep at a place, in degrees: some 250 m in France, 18 km at the far end of the world. */
export function toleranceAt(vertex: Vertex): number {
  const far = Math.min(1, degreesFromFocus(vertex) / 25)
  return FINEST * (COARSEST / FINEST) ** Math.sqrt(far)
}

/** Brings a line to a coarser grid away from the focus: figures nobody can see cost bytes all the same. */
export function roundAway(line: readonly Vertex[]): Vertex[] {
  const rounded = line.map(roundVertex)
  return rounded.filter((vertex, i) => {
    const last = rounded[i - 1]
    return i === rounded.length - 1 || !last || last[0] !== vertex[0] || last[1] !== vertex[1]
  })
}

function roundVertex(vertex: Vertex): Vertex {
  const far = degreesFromFocus(vertex)
  if (far < 0.5) return vertex
  const step = far < 8 ? 10 : 100
  return [Math.round(vertex[0] / step) * step, Math.round(vertex[1] / step) * step]
}
