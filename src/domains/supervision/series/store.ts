import type { AnyTx } from '#kernel/database'
import type { RetentionClass } from './retention.ts'

/** Values to keep, column by column. A slot is a time on the grid: how many steps since the epoch. */
export interface Batch {
  series: number[]
  stepsMs: number[]
  slots: number[]
  values: number[]
}

export interface SeriesRef {
  id: number
  class: RetentionClass
}

export interface GraphRequest {
  series: readonly SeriesRef[]
  fromMs: number
  toMs: number
  /** How many points a screen can show. */
  maxPoints: number
}

/** Series over one common axis: point `i` covers `startMs + i * stepMs`, for `stepMs`. NaN where there is nothing. */
export interface Graph {
  startMs: number
  stepMs: number
  points: number
  series: Map<number, GraphLine>
}

export interface GraphLine {
  least: Float64Array
  greatest: Float64Array
  mean: Float64Array
}

/** Values as they were stored, for export. */
export interface ExactLine {
  timesMs: Float64Array
  values: Float64Array
}

/**
 * Where values are kept: in PostgreSQL (`builtin/`), or later in a Prometheus-compatible store, which would take no
 * part in the transactions given.
 */
export interface SeriesStore {
  /** The values count as stored when the transaction has committed. A slot that comes twice keeps the later value. */
  append(tx: AnyTx, batch: Batch): Promise<void>
  /** At most about `maxPoints` points a series; from rollups where they suffice. The caller has checked the rights. */
  read(tx: AnyTx, request: GraphRequest): Promise<Graph>
  readExact(
    tx: AnyTx,
    series: readonly SeriesRef[],
    fromMs: number,
    toMs: number,
  ): Promise<Map<number, ExactLine>>
}
