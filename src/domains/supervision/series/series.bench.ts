import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  createDatabase,
  migrate,
  openPool,
  type Database,
  type MigrationSet,
  type Tx,
} from '#kernel/database'
import { startEmbeddedPostgres } from '#kernel/database/embedded'
import { newId } from '#kernel/ids'
import { silentLog } from '#kernel/log'
import { compactDay } from './builtin/compact.ts'
import { foldBlocks } from './builtin/fold.ts'
import { builtinStore as store } from './builtin/store.ts'
import { decodeRuns, encodeRuns } from './codec/runs.ts'
import type { SupervisionTables } from '../tables.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
const days = 30
/** All of it is closed, none of it too old. */
const firstDay = Math.floor(Date.now() / dayMs) * dayMs - (days + 2) * dayMs

/** Prints what a stored value weighs and costs, and how long reading takes. */
export async function run(sets: readonly MigrationSet[]): Promise<void> {
  codec()
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog })
  const owner = openPool(postgres.connection(postgres.superuser), silentLog)
  const database = createDatabase(openPool(postgres.connection('vigie_app'), silentLog))
  try {
    await migrate(postgres.connection(postgres.superuser), sets)
    await weigh(database, 'a mix of ports (1 in 5 busy, 2 nearly idle, 2 still)', mixed)
    await weigh(database, 'all counters busy', [busy])
    // What the bench deletes in seconds PostgreSQL cleans up after within a minute.
    await reading(
      database,
      async () => void (await owner.query('vacuum analyze supervision.blocks, supervision.chunks')),
    )
  } finally {
    await database.close()
    await owner.end()
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

type Shape = (random: () => number, slot: number, before: number) => number
/** A port that carries tens of Mbit/s over the day, and wanders from one minute to the next. */
const busy: Shape = (random, slot, before) => {
  const level = 5e7 * (1.1 + Math.sin((slot / 1_440) * 6.28))
  const noise = random() + random() + random() - 1.5
  return Math.max(0, Math.round((before || level) * 0.6 + level * 0.4 + level * 0.2 * noise))
}
const nearlyIdle: Shape = (random) => (random() < 0.2 ? Math.round(random() * 4_000) : 0)
const still: Shape = () => 0
const mixed = [busy, nearlyIdle, nearlyIdle, still, still]
const shapes: Record<string, Shape> = {
  'a busy port': busy,
  'a nearly idle port': nearlyIdle,
  'a port that is down': still,
  'an uptime': (_random, slot) => (slot - firstDay / minuteMs) * 60,
  'round trips in ms': (random) => Math.round((1.2 + random() * random()) * 100) / 100,
  'a temperature': (random) => Math.round((42 + random() * 0.6) * 10) / 10,
}

/** Numbers that look random and are the same at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function codec(): void {
  const slots = Float64Array.from({ length: 1_440 }, (_none, index) => firstDay / minuteMs + index)
  for (const [name, shape] of Object.entries(shapes)) {
    const random = seeded(7)
    let last = 0
    const values = slots.map((slot) => (last = shape(random, slot, last)))
    const run = { series: 1, stepMs: minuteMs, slots, columns: [values] }
    const bytes = encodeRuns([run])
    const encode = perSecond(() => encodeRuns([run]))
    const decode = perSecond(() => decodeRuns(bytes))
    console.log(
      `codec, ${name}: ${(bytes.length / 1_440).toFixed(2)} bytes a value; ${encode} M/s in, ${decode} M/s out`,
    )
  }
}

function perSecond(work: () => unknown): string {
  let best = 0
  for (let round = 0; round < 10; round += 1) {
    const began = performance.now()
    for (let index = 0; index < 100; index += 1) work()
    best = Math.max(best, (100 * 1_440) / (performance.now() - began) / 1_000)
  }
  return best.toFixed(1)
}

/** A day of 1,000 series through the whole store: appended by the minute, folded, compacted. */
async function weigh(database: Database, name: string, some: readonly Shape[]): Promise<void> {
  const ids = await newSeries(database, 1_000)
  const random = seeded(3)
  const last = new Map<number, number>()
  const before = await chunkBytes(database)
  const processor = process.cpuUsage()
  for (let minute = 0; minute < 1_440; minute += 1) {
    const slot = firstDay / minuteMs + minute
    for (const id of ids) last.set(id, some[id % some.length]!(random, slot, last.get(id) ?? 0))
    await append(database, { ids, stepMs: minuteMs, slots: [slot] }, (id) => last.get(id)!)
  }
  const appended = cpuSeconds(processor)
  const waiting = await bytesOf(database, 'supervision.blocks')
  await compactAll(database)
  const compacted = cpuSeconds(processor) - appended
  const values = ids.length * 1_440
  const after = await chunkBytes(database)
  const each = (tiers: string[]) =>
    (tiers.reduce((sum, tier) => sum + (after[tier] ?? 0) - (before[tier] ?? 0), 0) / values).toFixed(2)
  const cost = (seconds: number) => ((seconds / values) * 1e6).toFixed(1)
  console.log(
    `store, ${name}: ${each(['raw'])} bytes a value, rollups ${each(['5m', '1h', '1d'])} more (indexes included);` +
      ` ${(waiting / values).toFixed(1)} while it waits for compaction; ${cost(appended)} CPU s a million to append` +
      ` in blocks of 1,000, ${cost(compacted)} to compact (our process alone)`,
  )
}

async function reading(database: Database, vacuum: () => Promise<void>): Promise<void> {
  const ids = await newSeries(database, 500)
  const random = seeded(5)
  const stepMs = 300_000
  for (let day = 0; day < days; day += 1)
    for (let part = 0; part < 10; part += 1) {
      const slots = Array.from({ length: 288 }, (_none, index) => (firstDay + day * dayMs) / stepMs + index)
      const some = ids.slice(part * 50, part * 50 + 50)
      await append(database, { ids: some, stepMs, slots }, (id, slot) => mixed[id % 5]!(random, slot, 0))
    }
  await compactAll(database)
  await vacuum()
  const read = async (count: number, spanMs: number) => {
    const series = ids.slice(0, count).map((id) => ({ id, class: 'usual' as const }))
    const request = { series, fromMs: firstDay, toMs: firstDay + spanMs, maxPoints: 800 }
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now()
      await database.system((tx) => store.read(tx, request))
      best = Math.min(best, performance.now() - began)
    }
    return best.toFixed(0)
  }
  for (const count of [1, 500])
    console.log(
      `read, ${count} series: a day ${await read(count, dayMs)} ms, 30 days ${await read(count, days * dayMs)} ms`,
    )
}

async function compactAll(database: Database): Promise<void> {
  while (await database.system<SupervisionTables, boolean>((tx) => foldBlocks(tx, Date.now())));
  while (await database.system<SupervisionTables, boolean>((tx) => compactDay(tx, Date.now())));
}

async function append(
  database: Database,
  { ids, stepMs, slots }: { ids: number[]; stepMs: number; slots: number[] },
  valueOf: (id: number, slot: number) => number,
): Promise<void> {
  const pairs = ids.flatMap((id) => slots.map((slot) => [id, slot] as const))
  await database.system((tx) =>
    store.append(tx, {
      series: pairs.map(([id]) => id),
      stepsMs: pairs.map(() => stepMs),
      slots: pairs.map(([, slot]) => slot),
      values: pairs.map(([id, slot]) => valueOf(id, slot)),
    }),
  )
}

async function newSeries(database: Database, count: number): Promise<number[]> {
  const organisation = newId()
  const asset = newId()
  return database.system(async (tx: Tx<SupervisionTables>) => {
    await sql`insert into identity.organisations (id, name) values (${organisation}, ${organisation})`.execute(
      tx,
    )
    await sql`insert into estate.assets (id, organisation_id, name)
      values (${asset}, ${organisation}, 'bench')`.execute(tx)
    const { rows } = await sql<{ id: number }>`
      insert into supervision.series (organisation_id, asset_id, metric, class)
      select ${organisation}::uuid, ${asset}::uuid, 'm' || n, 'usual' from generate_series(1, ${count}::int) n
      returning id`.execute(tx)
    return rows.map((row) => row.id)
  })
}

/** By resolution: tables, out-of-line values and indexes. */
async function chunkBytes(database: Database): Promise<Record<string, number>> {
  const { rows } = await database.system((tx) =>
    sql<{ tier: string; bytes: number }>`
      select split_part(parent.relname, '_', 3) as tier, sum(pg_total_relation_size(leaf.oid)) as bytes
      from pg_class parent join pg_inherits i on i.inhparent = parent.oid join pg_class leaf on leaf.oid = i.inhrelid
      where parent.relname like 'chunks\\_%' and parent.relkind = 'p' group by 1`.execute(tx),
  )
  return Object.fromEntries(rows.map(({ tier, bytes }) => [tier, Number(bytes)]))
}

async function bytesOf(database: Database, table: string): Promise<number> {
  const { rows } = await database.system((tx) =>
    sql<{ bytes: number }>`select pg_total_relation_size(${table}) as bytes`.execute(tx),
  )
  return rows[0]!.bytes
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}
