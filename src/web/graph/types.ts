import type { Unit } from '../format.ts'
import type { StateName } from '../theme/tokens.ts'

/** One curve. `values[i]` was measured at `times[i]`; null is a gap, and drawn as one. */
export interface Curve {
  key: string
  label: string
  values: readonly (number | null)[]
}

/** Something that happened: a moment, or a length of time with `to`. */
export interface Mark {
  kind: 'incident' | 'maintenance' | 'change'
  /** Milliseconds since 1970. */
  from: number
  to?: number
  label: string
  href?: string
}

/** A limit. With `move` it can be dragged. */
export interface Threshold {
  value: number
  state: StateName
  label: string
  move?: (value: number) => void
}

export interface GraphData {
  unit: Unit
  /** Milliseconds since 1970, rising. */
  times: readonly number[]
  curves: readonly Curve[]
  thresholds?: readonly Threshold[]
  marks?: readonly Mark[]
  /** The least that the axis shows; 0 unless said. Null lets it follow the values. */
  floor?: number | null
  /** The most that the axis shows at least: 100 for a share. */
  ceiling?: number
}
