import { keyOf, vertexOf } from './rings.ts'
import type { Ring } from './rings.ts'

/**
 * The outline of several areas as one: edges that two of them share, in opposite directions, fall away.
 * Works on exact equality, which the source's own shared vertices give.
 */
export function dissolve(rings: readonly Ring[]): Ring[] {
  const next = new Map<number, Set<number>>()
  for (const ring of rings) {
    const keys = ring.map(keyOf)
    for (let i = 0; i < keys.length; i++) addEdge(next, keys[i]!, keys[(i + 1) % keys.length]!)
  }
  const outlines: Ring[] = []
  for (const start of next.keys()) {
    while (next.has(start)) outlines.push(...walk(next, start))
  }
  return outlines
}

function addEdge(next: Map<number, Set<number>>, from: number, to: number): void {
  if (removeEdge(next, to, from)) return
  const ends = next.get(from)
  if (ends) ends.add(to)
  else next.set(from, new Set([to]))
}

function removeEdge(next: Map<number, Set<number>>, from: number, to: number): boolean {
  const ends = next.get(from)
  if (!ends?.delete(to)) return false
  if (ends.size === 0) next.delete(from)
  return true
}

/** Follows edges until they close; where the path meets itself, the loop is cut off as a ring of its own. */
function walk(next: Map<number, Set<number>>, start: number): Ring[] {
  const rings: Ring[] = []
  const path = [start]
  const placeInPath = new Map([[start, 0]])
  while (path.length > 0) {
    const here = path.at(-1)!
    const ends = next.get(here)
    if (!ends) break
    const [to] = ends
    removeEdge(next, here, to!)
    const met = placeInPath.get(to!)
    if (met === undefined) {
      placeInPath.set(to!, path.length)
      path.push(to!)
      continue
    }
    const loop = path.splice(met)
    for (const key of loop) placeInPath.delete(key)
    if (loop.length > 2) rings.push(loop.map(vertexOf))
    placeInPath.set(to!, path.length)
    path.push(to!)
    if (path.length === 1) break
  }
  return rings
}
