import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'
import { encodeRuns, type Run } from '../codec/runs.ts'
import type { Batch } from '../store.ts'
import { gather, mergeRuns, type Gathered } from './merge.ts'

/** Blocks live for minutes: speed counts more than their size. */
const quickest = 1

/** Appends the values as one block: one row. */
export async function appendBlock(tx: AnyTx, batch: Batch): Promise<void> {
  if (batch.series.length === 0) return
  const { fromMs, untilMs } = extent(batch)
  await sql`insert into supervision.blocks (from_at, until_at, value_count, data)
    values (${new Date(fromMs)}, ${new Date(untilMs)}, ${batch.series.length}, ${encodeRuns(runsOf(batch), quickest)})`.execute(
    tx,
  )
}

function runsOf(batch: Batch): Run[] {
  const gathered: Gathered = new Map()
  batch.series.forEach((series, index) =>
    gather(gathered, {
      series,
      stepMs: batch.stepsMs[index]!,
      slots: Float64Array.of(batch.slots[index]!),
      columns: [Float64Array.of(batch.values[index]!)],
    }),
  )
  return [...gathered.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((series) => [...gathered.get(series)!.values()].map(mergeRuns))
}

function extent({ slots, stepsMs }: Batch): { fromMs: number; untilMs: number } {
  let fromMs = Number.POSITIVE_INFINITY
  let untilMs = 0
  slots.forEach((slot, index) => {
    const stepMs = stepsMs[index]!
    fromMs = Math.min(fromMs, slot * stepMs)
    untilMs = Math.max(untilMs, (slot + 1) * stepMs)
  })
  return { fromMs, untilMs }
}
