import type { Run } from '../codec/runs.ts'

/** Runs gathered by series and step, in the order they were written. */
export type Gathered = Map<number, Map<number, Run[]>>

export function gather(into: Gathered, run: Run): void {
  let bySteps = into.get(run.series)
  if (!bySteps) into.set(run.series, (bySteps = new Map()))
  const runs = bySteps.get(run.stepMs)
  if (runs) runs.push(run)
  else bySteps.set(run.stepMs, [run])
}

/** One run of several of one series and step; where a slot comes more than once the last one written holds. */
export function mergeRuns(runs: readonly Run[]): Run {
  const first = runs[0]!
  if (runs.length === 1) return first
  const slots = concat(runs.map((run) => run.slots))
  const columns = first.columns.map((_column, index) => concat(runs.map((run) => run.columns[index]!)))
  const whole = { ...first, slots, columns }
  return ascends(slots) ? whole : ordered(whole)
}

function ordered(run: Run): Run {
  const positions = Array.from(run.slots, (_slot, index) => index)
  // A stable sort: among equal slots the order of writing stays.
  positions.sort((one, other) => run.slots[one]! - run.slots[other]!)
  const kept = positions.filter(
    (position, index) => run.slots[position] !== run.slots[positions[index + 1] ?? -1],
  )
  const pick = (values: Float64Array) => Float64Array.from(kept, (position) => values[position]!)
  return { ...run, slots: pick(run.slots), columns: run.columns.map(pick) }
}

function ascends(slots: Float64Array): boolean {
  for (let index = 1; index < slots.length; index += 1) if (slots[index]! <= slots[index - 1]!) return false
  return true
}

function concat(parts: Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Cuts a run where `boundaryOf` (of a slot's time) changes: into days, months. */
export function splitRun(run: Run, boundaryOf: (timeMs: number) => number): { startMs: number; run: Run }[] {
  const parts: { startMs: number; run: Run }[] = []
  let from = 0
  let start = boundaryOf(run.slots[0]! * run.stepMs)
  for (let index = 1; index <= run.slots.length; index += 1) {
    const next = index < run.slots.length ? boundaryOf(run.slots[index]! * run.stepMs) : Number.NaN
    if (next === start) continue
    const whole = from === 0 && index === run.slots.length
    parts.push({ startMs: start, run: whole ? run : slice(run, from, index) })
    from = index
    start = next
  }
  return parts
}

function slice(run: Run, from: number, to: number): Run {
  return {
    ...run,
    slots: run.slots.subarray(from, to),
    columns: run.columns.map((column) => column.subarray(from, to)),
  }
}
