import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { SupervisionTables } from '../../tables.ts'
import { decodeRuns, type Run } from '../codec/runs.ts'
import { dayMs, rowStart } from '../retention.ts'
import { isAlone } from './alone.ts'
import { gather, mergeRuns, splitRun, type Gathered } from './merge.ts'
import { encodeVerified } from './verified.ts'

const bucketBits = 6
/** Blocks wait until they are this many, or this old: few writes, and few rows to decode when today is read. */
const foldedBlocks = 300
const foldedAfterMs = 10 * 60_000
/** Values folded at once at most: bounds memory where much came together. */
const mostValues = 1_500_000

export function bucketOf(series: number): number {
  return series >> bucketBits
}

/**
 * Rewrites the collectors' blocks (all series, one second) as rows of 64 neighbouring series (some minutes, one day),
 * in one commit. @returns whether more is waiting.
 */
export async function foldBlocks(tx: Tx<SupervisionTables>, atMs: number): Promise<boolean> {
  const waiting = await tx
    .selectFrom('supervision.blocks')
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.min('from_at').as('oldest')])
    .where('bucket', 'is', null)
    .executeTakeFirstOrThrow()
  if (waiting.count === 0) return false
  if (waiting.count < foldedBlocks && Date.parse(waiting.oldest) > atMs - foldedAfterMs) return false
  if (!(await isAlone(tx, 'fold'))) return false
  const blocks = await oldestBlocks(tx)
  const last = blocks.at(-1)
  if (!last) return false
  await insertFolded(tx, folded(blocks.map((block) => block.data)))
  await tx
    .deleteFrom('supervision.blocks')
    .where('bucket', 'is', null)
    .where(sql<boolean>`id = any(${blocks.map((block) => block.id)}::bigint[])`)
    .execute()
  return waiting.count - blocks.length >= foldedBlocks
}

async function oldestBlocks(tx: Tx<SupervisionTables>): Promise<{ id: number; data: Buffer }[]> {
  const { rows } = await sql<{ id: number; data: Buffer }>`
    select id, data from (
      select id, data, sum(value_count) over (order by id) - value_count as before
      from supervision.blocks where bucket is null order by id limit 3600) oldest
    where before < ${mostValues} order by id`.execute(tx)
  return rows
}

interface Folded {
  bucket: number
  runs: Run[]
}

function folded(blocks: Buffer[]): Folded[] {
  const gathered: Gathered = new Map()
  for (const block of blocks) for (const run of decodeRuns(block)) gather(gathered, run)
  const rows = new Map<string, Folded>()
  for (const series of [...gathered.keys()].toSorted((one, other) => one - other))
    for (const runs of gathered.get(series)!.values())
      for (const { startMs, run } of splitRun(mergeRuns(runs), (timeMs) => rowStart('raw', timeMs))) {
        const key = `${bucketOf(series)} ${startMs / dayMs}`
        const row = rows.get(key)
        if (row) row.runs.push(run)
        else rows.set(key, { bucket: bucketOf(series), runs: [run] })
      }
  return [...rows.values()]
}

async function insertFolded(tx: Tx<SupervisionTables>, rows: Folded[]): Promise<void> {
  const times = rows.map(({ runs }) => ({
    fromMs: Math.min(...runs.map((run) => run.slots[0]! * run.stepMs)),
    untilMs: Math.max(...runs.map((run) => (run.slots.at(-1)! + 1) * run.stepMs)),
  }))
  await sql`insert into supervision.blocks (bucket, from_at, until_at, value_count, data)
    select * from unnest(${rows.map((row) => row.bucket)}::int[],
      ${times.map(({ fromMs }) => new Date(fromMs))}::timestamptz[],
      ${times.map(({ untilMs }) => new Date(untilMs))}::timestamptz[],
      ${rows.map(({ runs }) => runs.reduce((count, run) => count + run.slots.length, 0))}::int[],
      ${rows.map(({ runs }) => encodeVerified(runs))}::bytea[])`.execute(tx)
}
