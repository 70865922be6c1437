import { keptSince, resolutionMs, resolutions, type Resolution, type RetentionClass } from './retention.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Widths of a point that people can say. */
const widths = [
  ...[1, 2, 5, 10, 15, 20, 30].map((seconds) => seconds * secondMs),
  ...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 28].map((days) => days * dayMs),
]

/** The least width that fits the points into the screen, and is a multiple of what the values lie on. */
export function widthOf(spanMs: number, maxPoints: number, gridMs: number): number {
  const wanted = Math.max(spanMs / maxPoints, gridMs)
  const round = widths.find((width) => width >= wanted && (gridMs === 0 || width % gridMs === 0))
  return round ?? Math.ceil(wanted / (gridMs || dayMs)) * (gridMs || dayMs)
}

/**
 * The coarsest resolution that a point of this width still needs, and that reaches back far enough; the coarsest of all
 * where none does.
 */
export function resolutionFor(
  classes: readonly RetentionClass[],
  fromMs: number,
  pointMs: number,
  nowMs: number,
): Resolution {
  const sufficient = resolutions.findLastIndex((resolution) => resolutionMs[resolution] <= pointMs)
  const reaching = resolutions
    .slice(Math.max(sufficient, 0))
    .find((resolution) => classes.every((kept) => keptSince(kept, resolution, nowMs) <= fromMs))
  return reaching ?? '1d'
}
