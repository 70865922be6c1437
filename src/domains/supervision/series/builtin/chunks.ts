import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { SupervisionTables } from '../../tables.ts'
import { decodeRuns, type Run } from '../codec/runs.ts'
import { dateOf, partitionOf, tierOf, type Resolution, type RetentionClass } from '../retention.ts'
import { gather, mergeRuns, type Gathered } from './merge.ts'
import { encodeVerified } from './verified.ts'

/** What goes into one row of `supervision.chunks`. */
export interface ChunkPart {
  series: number
  class: RetentionClass
  startMs: number
  runs: Run[]
}

/**
 * Adds values to the rows of one resolution, beside what is there already; a slot that is there is replaced.
 * @returns the rows as they are now.
 */
export async function mergeIntoChunks(
  tx: Tx<SupervisionTables>,
  resolution: Resolution,
  parts: readonly ChunkPart[],
): Promise<ChunkPart[]> {
  if (parts.length === 0) return []
  await makePartitions(tx, resolution, parts)
  const present = await presentRows(tx, resolution, parts)
  const merged = parts.map((part) => {
    const before = present.get(keyOf(tierOf(part.class, resolution), part.series, dateOf(part.startMs)))
    return before ? { ...part, runs: mergeAll([...decodeRuns(before), ...part.runs]) } : part
  })
  await sql`insert into supervision.chunks (tier, series_id, starts_on, data)
    select * from unnest(${merged.map((part) => tierOf(part.class, resolution))}::text[],
      ${merged.map((part) => part.series)}::int[], ${merged.map((part) => dateOf(part.startMs))}::date[],
      ${merged.map((part) => encodeVerified(part.runs))}::bytea[])
    on conflict (tier, series_id, starts_on) do update set data = excluded.data`.execute(tx)
  return merged
}

function mergeAll(runs: Run[]): Run[] {
  const gathered: Gathered = new Map()
  for (const run of runs) gather(gathered, run)
  return [...gathered.values()].flatMap((bySteps) => [...bySteps.values()].map(mergeRuns))
}

async function presentRows(
  tx: Tx<SupervisionTables>,
  resolution: Resolution,
  parts: readonly ChunkPart[],
): Promise<Map<string, Buffer>> {
  const tiers = [...new Set(parts.map((part) => tierOf(part.class, resolution)))]
  const dates = [...new Set(parts.map((part) => dateOf(part.startMs)))]
  const rows = await tx
    .selectFrom('supervision.chunks')
    .selectAll()
    .where('tier', 'in', tiers)
    .where('starts_on', 'in', dates)
    .where(sql<boolean>`series_id = any(${parts.map((part) => part.series)}::int[])`)
    .execute()
  return new Map(rows.map((row) => [keyOf(row.tier, row.series_id, row.starts_on), row.data]))
}

function keyOf(tier: string, series: number, date: string): string {
  return `${tier} ${series} ${date}`
}

async function makePartitions(
  tx: Tx<SupervisionTables>,
  resolution: Resolution,
  parts: readonly ChunkPart[],
): Promise<void> {
  const wanted = new Map(
    parts.map((part) => {
      const span = partitionOf(resolution, part.startMs)
      return [`${part.class} ${span.startMs}`, { tier: tierOf(part.class, resolution), ...span }]
    }),
  )
  for (const { tier, startMs, endMs } of wanted.values())
    await sql`select supervision.make_partition(${tier}, ${dateOf(startMs)}::date, ${dateOf(endMs)}::date)`.execute(
      tx,
    )
}
