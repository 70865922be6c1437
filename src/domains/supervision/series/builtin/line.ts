import type { Run } from '../codec/runs.ts'
import type { GraphLine } from '../store.ts'
import { column } from './rollup.ts'

export interface Axis {
  startMs: number
  stepMs: number
  points: number
}

interface Drawn {
  least: Float64Array
  greatest: Float64Array
  sum: Float64Array
  count: Float64Array
}

export function createLine(points: number): Drawn {
  return {
    least: new Float64Array(points).fill(Number.NaN),
    greatest: new Float64Array(points).fill(Number.NaN),
    sum: new Float64Array(points),
    count: new Float64Array(points),
  }
}

/** Adds a run, raw or rolled up, to the points that its values fall into. */
export function drawRun(line: Drawn, { startMs, stepMs, points }: Axis, run: Run): void {
  const isRaw = run.columns.length === 1
  const leasts = run.columns[column.least]!
  const greatests = isRaw ? leasts : run.columns[column.greatest]!
  const sums = isRaw ? leasts : run.columns[column.sum]!
  const counts = isRaw ? undefined : run.columns[column.count]!
  for (let index = 0; index < run.slots.length; index += 1) {
    const point = Math.floor((run.slots[index]! * run.stepMs - startMs) / stepMs)
    if (point < 0 || point >= points) continue
    // A comparison with NaN is false: the first value always enters.
    if (!(line.least[point]! <= leasts[index]!)) line.least[point] = leasts[index]!
    if (!(line.greatest[point]! >= greatests[index]!)) line.greatest[point] = greatests[index]!
    line.sum[point]! += sums[index]!
    line.count[point]! += counts?.[index] ?? 1
  }
}

/** Points without a value stay NaN: a gap is drawn as a gap. */
export function finishLine({ least, greatest, sum, count }: Drawn): GraphLine {
  return {
    least,
    greatest,
    mean: sum.map((total, point) => (count[point]! > 0 ? total / count[point]! : Number.NaN)),
  }
}
