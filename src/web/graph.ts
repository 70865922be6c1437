/** Everything a graph is made of. The drawing itself is downloaded when the first one is shown. */
export { Graph } from './graph/Graph.tsx'
export { GraphsOver } from './graph/first-range.tsx'
export { useTimeRange, type TimeRange } from './graph/time-range.ts'
export { TimeRangeBar } from './graph/TimeRangeBar.tsx'
export type { Curve, Mark, Threshold } from './graph/types.ts'
