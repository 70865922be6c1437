import { sql } from 'kysely'
import { nowMs } from '#kernel/clock'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import type { SupervisionTables } from '../../tables.ts'
import { resolutionFor, widthOf } from '../axis.ts'
import { decodeRuns } from '../codec/runs.ts'
import {
  dateOf,
  dayMs,
  resolutionMs,
  retentionClasses,
  rowStart,
  tierOf,
  type Resolution,
} from '../retention.ts'
import type { ExactLine, Graph, GraphRequest, SeriesRef } from '../store.ts'
import { bucketOf } from './fold.ts'
import { createLine, drawRun, finishLine } from './line.ts'
import { gather, mergeRuns, type Gathered } from './merge.ts'

interface Span {
  fromMs: number
  toMs: number
}

/** Any number of series over any span, at a screen's resolution. */
export async function readGraph(tx: AnyTx, request: GraphRequest): Promise<Graph> {
  const { series, fromMs, toMs, maxPoints } = request
  const pointMs = (toMs - fromMs) / maxPoints
  const atMs = nowMs()
  const values: Gathered = new Map()
  let gridMs = 0
  for (const [kept, some] of Map.groupBy(series, (one) => one.class)) {
    const resolution = resolutionFor(kept, fromMs, pointMs, atMs)
    gridMs = Math.max(gridMs, resolutionMs[resolution])
    const found = await gatherSpan(typed<SupervisionTables>(tx), some, resolution, request)
    for (const [id, bySteps] of found) values.set(id, bySteps)
  }
  const stepMs = widthOf(toMs - fromMs, maxPoints, Math.max(gridMs, longestStep(values)))
  const startMs = Math.floor(fromMs / stepMs) * stepMs
  const axis = { startMs, stepMs, points: Math.ceil((toMs - startMs) / stepMs) }
  return {
    ...axis,
    series: new Map(
      series.map(({ id }) => {
        const line = createLine(axis.points)
        for (const runs of values.get(id)?.values() ?? []) for (const run of runs) drawRun(line, axis, run)
        return [id, finishLine(line)]
      }),
    ),
  }
}

/** Values as they were stored. What is older than raw values are kept is absent. */
export async function readExactly(
  tx: AnyTx,
  series: readonly SeriesRef[],
  fromMs: number,
  toMs: number,
): Promise<Map<number, ExactLine>> {
  const values = await gatherSpan(typed<SupervisionTables>(tx), series, 'raw', { fromMs, toMs })
  const lines = new Map<number, ExactLine>()
  for (const [id, bySteps] of values) {
    const points = [...bySteps.values()]
      .flatMap((runs) => runs)
      .flatMap((run) =>
        Array.from(run.slots, (slot, index) => [slot * run.stepMs, run.columns[0]![index]!] as const),
      )
      .filter(([timeMs]) => timeMs >= fromMs && timeMs < toMs)
      .toSorted(([one], [other]) => one - other)
    lines.set(id, {
      timesMs: Float64Array.from(points, ([timeMs]) => timeMs),
      values: Float64Array.from(points, ([, value]) => value),
    })
  }
  return lines
}

/**
 * Blocks are read before chunks: compaction moves values from the one to the other in one commit, so what it moves
 * between the two statements is seen twice, and never missed. Twice is once after merging.
 */
async function gatherSpan(
  tx: Tx<SupervisionTables>,
  series: readonly SeriesRef[],
  resolution: Resolution,
  span: Span,
): Promise<Gathered> {
  const wanted = new Set(series.map((one) => one.id))
  const blocks = await blocksOf(tx, [...wanted], span)
  const chunks = await chunksOf(tx, series, resolution, span)
  const values: Gathered = new Map()
  const take = (data: Buffer) => {
    for (const run of decodeRuns(data)) if (wanted.has(run.series)) gather(values, run)
  }
  chunks.forEach(take)
  blocks.forEach(take)
  for (const bySteps of values.values())
    for (const [stepMs, runs] of bySteps)
      // Values of one step may lie there raw and, where a step is as long as a resolution, rolled up.
      bySteps.set(stepMs, [
        ...mergedOf(runs.filter((run) => run.columns.length > 1)),
        ...mergedOf(runs.filter((run) => run.columns.length === 1)),
      ])
  return values
}

function mergedOf(runs: Parameters<typeof mergeRuns>[0]) {
  return runs.length === 0 ? [] : [mergeRuns(runs)]
}

async function blocksOf(tx: Tx<SupervisionTables>, series: number[], span: Span): Promise<Buffer[]> {
  const [from, to] = [new Date(span.fromMs), new Date(span.toMs)]
  const buckets = [...new Set(series.map(bucketOf))]
  const { rows } = await sql<{ id: number; data: Buffer }>`
    select id, data from supervision.blocks where bucket is null and from_at < ${to} and until_at > ${from}
    union all
    select id, data from supervision.blocks where bucket = any(${buckets}::int[])
      and from_at < ${to} and from_at >= ${new Date(span.fromMs - dayMs)} and until_at > ${from}
    order by id`.execute(tx)
  return rows.map((row) => row.data)
}

/** A series that is measured more or less often than before has chunks of both classes. */
async function chunksOf(
  tx: Tx<SupervisionTables>,
  series: readonly SeriesRef[],
  resolution: Resolution,
  span: Span,
): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('supervision.chunks')
    .select('data')
    .where(
      'tier',
      'in',
      retentionClasses.map((kept) => tierOf(kept, resolution)),
    )
    .where(sql<boolean>`series_id = any(${series.map((one) => one.id)}::int[])`)
    .where('starts_on', '>=', dateOf(rowStart(resolution, span.fromMs)))
    .where('starts_on', '<=', dateOf(span.toMs))
    .execute()
  return rows.map((row) => row.data)
}

function longestStep(values: Gathered): number {
  let longest = 0
  for (const bySteps of values.values())
    for (const stepMs of bySteps.keys()) longest = Math.max(longest, stepMs)
  return longest
}
