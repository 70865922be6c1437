import { cutIntoArcs } from './arcs.ts'
import type { ArcRing } from './arcs.ts'
import { roundAway, toleranceAt } from './detail.ts'
import { dissolve } from './dissolve.ts'
import { boundsOf, labelPoint } from './label-point.ts'
import { contains, doubledArea, GRID } from './rings.ts'
import type { Ring, Vertex } from './rings.ts'
import { simplify } from './simplify.ts'
import type { SourceArea } from './source.ts'

/** An area whose outline is given by arcs, and the place where its name stands. */
export interface BuiltArea {
  id: string
  polygons: ArcRing[][]
  label: Vertex
  /** Square degrees as they look at that latitude; large names win over small ones. */
  size: number
}

export interface BuiltMap {
  lines: Vertex[][]
  departements: BuiltArea[]
  regions: BuiltArea[]
  countries: BuiltArea[]
  france: BuiltArea
}

/**
 * Cuts the areas' outlines into shared arcs, simplifies each arc once, and puts the areas together again:
 * what was one border stays one border.
 */
export function buildMap(areas: readonly SourceArea[]): BuiltMap {
  const outlines = areas.map((area) =>
    dissolve(area.rings).filter((ring, _, all) => isWorthDrawing(ring, all)),
  )
  const arcs = cutIntoArcs(outlines.flat())
  const thin = arcs.lines.map((line) => roundAway(simplify(line, toleranceAt)))
  let taken = 0
  const ringsOfArea = outlines.map((rings) => arcs.rings.slice(taken, (taken += rings.length)))

  const place = (id: string, rings: ArcRing[]): BuiltArea[] => assemble(id, rings, thin)
  const select = (wanted: (area: SourceArea) => boolean): ArcRing[][] =>
    ringsOfArea.filter((_, i) => wanted(areas[i]!))
  const each = (kind: SourceArea['kind']): BuiltArea[] =>
    areas.flatMap((area, i) => (area.kind === kind ? place(area.id, ringsOfArea[i]!) : []))
  const regionIds = [...new Set(areas.map((area) => area.region).filter(Boolean))]
  return {
    lines: thin,
    departements: each('departement'),
    regions: regionIds.flatMap((id) =>
      place(id, mergeArcs(select((area) => area.region === id).flat(), thin)),
    ),
    countries: each('country'),
    france: place('FR', mergeArcs(select((area) => area.kind === 'departement').flat(), thin))[0]!,
  }
}

/** Islands too small for the detail kept around them go, but never the last of an area. */
function isWorthDrawing(ring: Ring, all: readonly Ring[]): boolean {
  const area = doubledArea(ring)
  if (all.every((other) => Math.abs(doubledArea(other)) <= Math.abs(area))) return true
  const tolerance = toleranceAt(ring[0]!) / GRID
  return Math.abs(area) / 2 > 6 * tolerance ** 2
}

/** The outline of several areas given by arcs: an arc that two of them use is within, and falls away. */
function mergeArcs(rings: readonly ArcRing[], lines: readonly Vertex[][]): ArcRing[] {
  const used = new Set(rings.flat())
  const outer = [...used].filter((arc) => !used.has(~arc))
  const byStart = Map.groupBy(outer, (arc) => endsOf(arc, lines)[0])
  const merged: ArcRing[] = []
  for (const first of outer) {
    const ring: ArcRing = []
    let arc: number | undefined = takeArc(byStart, endsOf(first, lines)[0], first)
    while (arc !== undefined) {
      ring.push(arc)
      arc = takeArc(byStart, endsOf(arc, lines)[1])
    }
    if (ring.length > 0) merged.push(ring)
  }
  return merged
}

function takeArc(byStart: Map<string, number[]>, at: string, wanted?: number): number | undefined {
  const arcs = byStart.get(at) ?? []
  const i = wanted === undefined ? 0 : arcs.indexOf(wanted)
  return i < 0 ? undefined : arcs.splice(i, 1)[0]
}

function endsOf(arc: number, lines: readonly Vertex[][]): [string, string] {
  const line = lines[arc < 0 ? ~arc : arc]!
  const ends: [string, string] = [String(line[0]), String(line.at(-1))]
  return arc < 0 ? [ends[1], ends[0]] : ends
}

function trace(ring: ArcRing, lines: readonly Vertex[][]): Ring {
  return ring.flatMap((arc) => (arc < 0 ? lines[~arc]!.toReversed() : lines[arc]!).slice(1))
}

/**
 * Sorts rings into polygons: the holes go to the smallest outer ring around them. Nothing comes back for an
 * area of which nothing is left at the detail kept (the Vatican).
 */
function assemble(id: string, rings: readonly ArcRing[], lines: readonly Vertex[][]): BuiltArea[] {
  const traced = rings
    .map((arcs) => ({ arcs, vertices: trace(arcs, lines) }))
    .map((ring) => ({ ...ring, area: doubledArea(ring.vertices) }))
    .filter((ring) => ring.vertices.length > 2)
  const outers = traced.filter((ring) => ring.area > 0).toSorted((a, b) => b.area - a.area)
  const polygons = outers.map((outer) => [outer])
  for (const hole of traced.filter((ring) => ring.area < 0)) {
    const around = polygons.filter(([outer]) => contains(outer!.vertices, hole.vertices[0]!))
    around.at(-1)?.push(hole)
  }
  if (!polygons[0]) return []
  const largest = polygons[0].map((ring) => ring.vertices)
  const [, south, , north] = boundsOf(largest[0]!)
  const shrink = Math.cos((((south + north) / 2) * GRID * Math.PI) / 180)
  const area: BuiltArea = {
    id,
    polygons: polygons.map((polygon) => polygon.map((ring) => ring.arcs)),
    label: labelPoint(largest),
    size: (outers[0]!.area / 2) * GRID * GRID * shrink,
  }
  return [area]
}
