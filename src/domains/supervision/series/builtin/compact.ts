import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { SupervisionTables } from '../../tables.ts'
import { decodeRuns, type Run } from '../codec/runs.ts'
import {
  dayMs,
  resolutionMs,
  resolutions,
  resolutionsOf,
  rowStart,
  type Resolution,
  type RetentionClass,
} from '../retention.ts'
import { isAlone } from './alone.ts'
import { mergeIntoChunks, type ChunkPart } from './chunks.ts'
import { gather, mergeRuns, type Gathered } from './merge.ts'
import { rollUp } from './rollup.ts'

/** A day is closed this long after it ended: what comes later is merged into its chunks. */
const closedAfterMs = 30 * 60_000

/**
 * Turns the folded rows of one bucket and one closed day into a chunk for each series, with its rollups, in one commit.
 * @returns whether there was one: then there may be more.
 */
export async function compactDay(tx: Tx<SupervisionTables>, atMs: number): Promise<boolean> {
  const closedMs = rowStart('raw', atMs - closedAfterMs)
  const found = await tx
    .selectFrom('supervision.blocks')
    .select(['bucket', 'from_at'])
    .where('bucket', 'is not', null)
    .where('from_at', '<', new Date(closedMs).toISOString())
    .orderBy('bucket')
    .orderBy('from_at')
    .limit(1)
    .executeTakeFirst()
  if (!found || found.bucket === null || !(await isAlone(tx, 'compact'))) return false
  const day = rowStart('raw', Date.parse(found.from_at))
  const blocks = await tx
    .selectFrom('supervision.blocks')
    .select(['id', 'data'])
    .where('bucket', '=', found.bucket)
    .where('from_at', '>=', new Date(day).toISOString())
    .where('from_at', '<', new Date(day + dayMs).toISOString())
    .orderBy('id')
    .execute()
  await keepDay(tx, day, gathered(blocks.map(({ data }) => data)))
  await tx
    .deleteFrom('supervision.blocks')
    .where(sql<boolean>`id = any(${blocks.map(({ id }) => id)}::bigint[])`)
    .execute()
  return true
}

function gathered(blocks: Buffer[]): Gathered {
  const runs: Gathered = new Map()
  for (const block of blocks) for (const run of decodeRuns(block)) gather(runs, run)
  return runs
}

/** The raw day first, merged with what a late value may have left there; the rollups are made of the whole of it. */
async function keepDay(tx: Tx<SupervisionTables>, day: number, values: Gathered): Promise<void> {
  const classes = await classesOf(tx, [...values.keys()])
  const parts: ChunkPart[] = []
  for (const [series, bySteps] of values) {
    const kept = classes.get(series)
    // The series of a removed asset: nobody can ask for its values any more.
    if (kept) parts.push({ series, class: kept, startMs: day, runs: [...bySteps.values()].map(mergeRuns) })
  }
  const days = await mergeIntoChunks(tx, 'raw', parts)
  for (const resolution of resolutions.slice(1)) {
    const having = days.filter((part) => resolutionsOf(part.class).includes(resolution))
    await mergeIntoChunks(
      tx,
      resolution,
      having.map((part) => rolledUp(part, resolution)),
    )
  }
}

function rolledUp(part: ChunkPart, resolution: Resolution): ChunkPart {
  const run: Run = rollUp(part.series, part.runs, resolutionMs[resolution])
  return { ...part, startMs: rowStart(resolution, part.startMs), runs: [run] }
}

async function classesOf(tx: Tx<SupervisionTables>, series: number[]): Promise<Map<number, RetentionClass>> {
  const rows = await tx
    .selectFrom('supervision.series')
    .select(['id', 'class'])
    .where(sql<boolean>`id = any(${series}::int[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.class]))
}
