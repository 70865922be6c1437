import type { Run } from '../codec/runs.ts'

/** The columns of a rolled-up run. */
export const column = { least: 0, greatest: 1, sum: 2, count: 3 } as const

/** Least, greatest, sum and count of each span of `stepMs` that has values, of raw runs. */
export function rollUp(series: number, runs: readonly Run[], stepMs: number): Run {
  const totals = new Map<number, [least: number, greatest: number, sum: number, count: number]>()
  for (const run of runs) {
    const [values] = run.columns
    run.slots.forEach((slot, index) => {
      const value = values![index]!
      const into = Math.floor((slot * run.stepMs) / stepMs)
      const total = totals.get(into)
      if (!total) return void totals.set(into, [value, value, value, 1])
      if (value < total[0]) total[0] = value
      if (value > total[1]) total[1] = value
      total[2] += value
      total[3] += 1
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
