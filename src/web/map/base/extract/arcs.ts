import { keyOf } from './rings.ts'
import type { Ring, Vertex } from './rings.ts'

/** A ring as the arcs it runs along: `i` forwards, `~i` backwards. */
export type ArcRing = number[]

/** The lines of a map, each held once, so that what two areas share stays shared when it is simplified. */
export interface Arcs {
  lines: Vertex[][]
  /** For each ring given, in order. */
  rings: ArcRing[]
}

/** Cuts rings into arcs at every vertex where more than two lines meet. */
export function cutIntoArcs(rings: readonly Ring[]): Arcs {
  const junctions = junctionsOf(rings)
  const lines: Vertex[][] = []
  const known = new Map<string, number>()
  const register = (line: Vertex[]): number => {
    const forwards = nameOf(line)
    const found = known.get(forwards)
    if (found !== undefined) return found
    const index = lines.push(line) - 1
    known.set(forwards, index)
    // A line that reads the same from both ends (two vertices and back) must keep its first direction.
    const backwards = nameOf(line.toReversed())
    if (!known.has(backwards)) known.set(backwards, ~index)
    return index
  }
  return { lines, rings: rings.map((ring) => cutRing(ring, junctions).map(register)) }
}

/** Two vertices from each end and the length tell arcs apart: between junctions there is one way on. */
function nameOf(line: Vertex[]): string {
  return [line[0]!, line[1]!, line.at(-2)!, line.at(-1)!].map(keyOf).join() + `/${line.length}`
}

function junctionsOf(rings: readonly Ring[]): Set<number> {
  const neighbours = new Map<number, Set<number>>()
  for (const ring of rings) {
    const keys = ring.map(keyOf)
    keys.forEach((key, i) => {
      const known = neighbours.get(key) ?? new Set()
      known.add(keys.at(i - 1)!).add(keys[(i + 1) % keys.length]!)
      neighbours.set(key, known)
    })
  }
  const junctions = new Set<number>()
  for (const [key, known] of neighbours) if (known.size !== 2) junctions.add(key)
  return junctions
}

function cutRing(ring: Ring, junctions: Set<number>): Vertex[][] {
  const keys = ring.map(keyOf)
  const first = keys.findIndex((key) => junctions.has(key))
  if (first < 0) {
    // An island: begin at its lowest key, so that an enclave and the hole it fills begin alike.
    const lowest = keys.indexOf(keys.reduce((lowest, key) => Math.min(lowest, key)))
    const turned = [...ring.slice(lowest), ...ring.slice(0, lowest)]
    return [[...turned, turned[0]!]]
  }
  const cuts: Vertex[][] = []
  let line: Vertex[] = [ring[first]!]
  for (let step = 1; step <= ring.length; step++) {
    const i = (first + step) % ring.length
    line.push(ring[i]!)
    if (!junctions.has(keys[i]!)) continue
    cuts.push(line)
    line = [ring[i]!]
  }
  return cuts
}
