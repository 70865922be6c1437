import { contains } from './rings.ts'
import type { Ring, Vertex } from './rings.ts'

/**
 * The place within an area that is farthest from its outline (the pole of inaccessibility), found on a grid
 * that is refined around its best cell; north to south counts as much as east to west at that latitude.
 * Where a name stands best.
 */
export function labelPoint(rings: readonly Ring[]): Vertex {
  const outline = rings[0]!
  let [west, south, east, north] = boundsOf(outline)
  let best: Vertex = outline[0]!
  let bestDistance = -Infinity
  for (let pass = 0; pass < 4; pass++) {
    const stepX = (east - west) / 24
    const stepY = (north - south) / 24
    for (let x = west + stepX / 2; x < east; x += stepX) {
      for (let y = south + stepY / 2; y < north; y += stepY) {
        const distance = clearance(rings, [x, y])
        if (distance <= bestDistance) continue
        bestDistance = distance
        best = [x, y]
      }
    }
    ;[west, south, east, north] = [best[0] - stepX, best[1] - stepY, best[0] + stepX, best[1] + stepY]
  }
  return [Math.round(best[0]), Math.round(best[1])]
}

/** The west, south, east and north ends of a line. */
export function boundsOf(line: readonly Vertex[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of line) {
    bounds[0] = Math.min(bounds[0], x)
    bounds[1] = Math.min(bounds[1], y)
    bounds[2] = Math.max(bounds[2], x)
    bounds[3] = Math.max(bounds[3], y)
  }
  return bounds
}

function clearance(rings: readonly Ring[], place: Vertex): number {
  const isInside = rings.reduce((inside, ring) => inside !== contains(ring, place), false)
  if (!isInside) return -Infinity
  const shrink = Math.cos((place[1] * Math.PI) / 1_800_000)
  return Math.min(...rings.map((ring) => distanceToRing(ring, place, shrink)))
}

function distanceToRing(ring: Ring, [x, y]: Vertex, shrink: number): number {
  let least = Infinity
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = ring[i]!
    const [x1, y1] = ring[(i + 1) % ring.length]!
    const dx = (x1 - x0) * shrink
    const dy = y1 - y0
    const px = (x - x0) * shrink
    const along = Math.max(0, Math.min(1, (px * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(px - along * dx, y - y0 - along * dy))
  }
  return least
}
