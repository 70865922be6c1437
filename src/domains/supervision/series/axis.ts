import {
  dayMs,
  keptSince,
  resolutionMs,
  resolutionsOf,
  type Resolution,
  type RetentionClass,
} from './retention.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Widths of a point that people can say. */
const widths = [
  ...[1, 2, 5, 10, 15, 20, 30].map((seconds) => seconds * secondMs),
  ...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 28].map((days) => days * dayMs),
]

/**
 * A width that fits the points into the screen, and is a multiple of what the values lie on: one that people can say
 * where it is not much more than the least.
 */
export function widthOf(spanMs: number, maxPoints: number, gridMs: number): number {
  const wanted = Math.max(spanMs / maxPoints, gridMs)
  const step = gridMs || (wanted > dayMs ? dayMs : secondMs)
  const least = Math.ceil(wanted / step) * step
  const round = widths.find((width) => width >= wanted && width % step === 0)
  return round !== undefined && round <= least * mostRounding ? round : least
}
const mostRounding = 2

/**
 * The coarsest resolution of a class that a point of this width needs and that reaches back far enough; where none that
 * fine does, the finest that does.
 */
export function resolutionFor(
  kept: RetentionClass,
  fromMs: number,
  pointMs: number,
  nowMs: number,
): Resolution {
  const reaching = resolutionsOf(kept).filter((resolution) => keptSince(kept, resolution, nowMs) <= fromMs)
  // A third fewer points than the screen could show look the same, and cost a tenth.
  const sufficient = reaching.findLast((resolution) => resolutionMs[resolution] <= pointMs * 1.5)
  return sufficient ?? reaching[0] ?? '1d'
}
