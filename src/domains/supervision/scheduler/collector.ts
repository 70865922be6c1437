import { sql } from 'kysely'
import type { Database, Tx } from '#kernel/database'
import type { Log } from '#kernel/log'
import { classOf } from '../series/retention.ts'
import type { Batch, SeriesStore } from '../series/store.ts'
import type { SupervisionTables } from '../tables.ts'
import { seriesKey, type LiveAsset, type Value } from './live.ts'
import { createFlush } from './flush.ts'
import type { Membership } from './membership.ts'

/** Gathers values and stores them, a block a second. */
export interface Collector {
  put(asset: LiveAsset, stepMs: number, slot: number, values: readonly Value[]): void
  /** Stores what is there now. */
  flush(): Promise<void>
  health(): { stored: number; waiting: number; lost: number }
}

interface Waiting extends Value {
  asset: LiveAsset
  stepMs: number
  slot: number
}

const flushEveryMs = 1_000
/** What is kept in memory while the database is away: at 100 values a second, hours. */
const mostWaiting = 1_000_000

export function createCollector(
  database: Database,
  store: SeriesStore,
  membership: Membership,
  log: Log,
): Collector {
  let waiting: Waiting[] = []
  let stored = 0
  let lost = 0
  let isAway = false
  const flush = createFlush(writeWaiting)

  async function writeWaiting(): Promise<void> {
    const taken = waiting
    waiting = []
    if (taken.length === 0) return
    try {
      const made = await database.system<SupervisionTables, Made>(async (tx) => {
        await membership.hold(tx)
        const ids = await makeSeries(tx, taken)
        await store.append(tx, batchOf(taken, ids))
        return ids
      })
      remember(taken, made)
      stored += taken.length
      if (isAway) log.info({ values: taken.length }, 'values that waited are stored')
      isAway = false
    } catch (error) {
      // Said once, however long it lasts.
      if (!isAway) log.warn({ err: (error as Error).message }, 'values wait for the database')
      isAway = true
      keep([...taken, ...waiting])
      flush.soon(flushEveryMs)
    }
  }

  function keep(values: Waiting[]): void {
    const over = Math.max(0, values.length - mostWaiting)
    lost += over
    waiting = over > 0 ? values.slice(over) : values
  }

  return {
    put(asset, stepMs, slot, values) {
      for (const value of values)
        if (Number.isFinite(value.value)) waiting.push({ ...value, asset, stepMs, slot })
      if (waiting.length > mostWaiting) keep(waiting)
      flush.soon(flushEveryMs)
    },
    flush: flush.now,
    health: () => ({ stored, waiting: waiting.length, lost }),
  }
}

/** Ids of series that were measured for the first time, by asset and `seriesKey`. */
type Made = Map<string, number>

function madeKey(value: Waiting): string {
  return `${value.asset.id} ${seriesKey(value.metric, value.component)}`
}

function batchOf(waiting: readonly Waiting[], made: Made): Batch {
  const batch: Batch = { series: [], stepsMs: [], slots: [], values: [] }
  for (const one of waiting) {
    const series = one.asset.series.get(seriesKey(one.metric, one.component)) ?? made.get(madeKey(one))
    // The asset was removed meanwhile.
    if (series === undefined) continue
    batch.series.push(series)
    batch.stepsMs.push(one.stepMs)
    batch.slots.push(one.slot)
    batch.values.push(one.value)
  }
  return batch
}

/** Only now that they are committed. */
function remember(waiting: readonly Waiting[], made: Made): void {
  if (made.size === 0) return
  for (const one of waiting) {
    const id = made.get(madeKey(one))
    if (id !== undefined) one.asset.series.set(seriesKey(one.metric, one.component), id)
  }
}

async function makeSeries(tx: Tx<SupervisionTables>, waiting: readonly Waiting[]): Promise<Made> {
  const missing = new Map<string, Waiting>()
  for (const one of waiting)
    if (!one.asset.series.has(seriesKey(one.metric, one.component))) missing.set(madeKey(one), one)
  if (missing.size === 0) return new Map()
  const rows = [...missing.values()]
  const found = await sql<{ id: number; asset_id: string; metric: string; component: string }>`
    insert into supervision.series (organisation_id, asset_id, metric, component, class)
    select * from unnest(${rows.map(({ asset }) => asset.organisationId)}::uuid[], ${rows.map(({ asset }) => asset.id)}::uuid[],
      ${rows.map(({ metric }) => metric)}::text[], ${rows.map(({ component }) => component)}::text[],
      ${rows.map(({ stepMs }) => classOf(stepMs))}::text[]) wanted (organisation_id, asset_id)
    where exists (select from supervision.leases l where l.asset_id = wanted.asset_id)
    on conflict on constraint series_whole_key do update set class = excluded.class
    returning id, asset_id, metric, component`.execute(tx)
  return new Map(found.rows.map((row) => [`${row.asset_id} ${seriesKey(row.metric, row.component)}`, row.id]))
}
