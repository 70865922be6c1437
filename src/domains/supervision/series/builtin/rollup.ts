import type { Run } from '../codec/runs.ts'

/** The columns of a rolled-up run. */
export const column = { least: 0, greatest: 1, sum: 2, count: 3 } as const

/** Least, greatest, sum and count of each span of `stepMs` that has values, of raw or of finer rolled-up runs. */
export function rollUp(series: number, runs: readonly Run[], stepMs: number): Run {
  const totals = new Map<number, [least: number, greatest: number, sum: number, count: number]>()
  for (const run of runs) {
    const isRaw = run.columns.length === 1
    run.slots.forEach((slot, index) => {
      const least = run.columns[column.least]![index]!
      const greatest = isRaw ? least : run.columns[column.greatest]![index]!
      const sum = isRaw ? least : run.columns[column.sum]![index]!
      const count = isRaw ? 1 : run.columns[column.count]![index]!
      const into = Math.floor((slot * run.stepMs) / stepMs)
      const total = totals.get(into)
      if (!total) return void totals.set(into, [least, greatest, sum, count])
      if (least < total[0]) total[0] = least
      if (greatest > total[1]) total[1] = greatest
      total[2] += sum
      total[3] += count
    })
  }
  const slots = [...totals.keys()].toSorted((one, other) => one - other)
  return {
    series,
    stepMs,
    slots: Float64Array.from(slots),
    columns: [0, 1, 2, 3].map((index) =>
      Float64Array.from(slots, (slot) => exactEnough(totals.get(slot)![index]!)),
    ),
  }
}

/**
 * Adding decimals leaves noise in the last bits (0.1 + 0.2), which no short encoding carries: twelve digits of a sum say
 * as much.
 */
function exactEnough(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12))
}
