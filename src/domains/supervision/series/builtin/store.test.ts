import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { startTestHouse, type TestHouse } from '#test/house'
import type { SupervisionTables } from '../../tables.ts'
import { dayMs, type RetentionClass } from '../retention.ts'
import type { Batch } from '../store.ts'
import { compactDay } from './compact.ts'
import { dropExpired } from './expire.ts'
import { foldBlocks } from './fold.ts'
import { builtinStore as store } from './store.ts'

let house: TestHouse
let assetId: string
beforeAll(async () => {
  house = await startTestHouse()
  assetId = (await house.admin.call('POST /assets', { organisationId: house.organisationId, name: 'sw-1' }))
    .id
})
afterAll(() => house.stop())

const stepMs = 60_000
const system = <R>(run: (tx: Tx<SupervisionTables>) => Promise<R>) => house.database.system(run)

async function newSeries(kept: RetentionClass = 'usual'): Promise<number> {
  const row = await system((tx) =>
    tx
      .insertInto('supervision.series')
      .values({
        organisation_id: house.organisationId,
        asset_id: assetId,
        metric: `m-${newId()}`,
        class: kept,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** Appends a value per slot in as many blocks as asked. */
async function append(series: number, slots: number[], valueOf: (slot: number) => number, blocks = 1) {
  const size = Math.ceil(slots.length / blocks)
  for (let from = 0; from < slots.length; from += size) {
    const part = slots.slice(from, from + size)
    const batch: Batch = {
      series: part.map(() => series),
      stepsMs: part.map(() => stepMs),
      slots: part,
      values: part.map(valueOf),
    }
    await system((tx) => store.append(tx, batch))
  }
}

const exact = async (series: number, fromMs: number, toMs: number, kept: RetentionClass = 'usual') => {
  const lines = await system((tx) => store.readExact(tx, [{ id: series, class: kept }], fromMs, toMs))
  const line = lines.get(series)
  return line ? Array.from(line.timesMs, (timeMs, index) => [timeMs, line.values[index]]) : []
}
const graph = (
  series: number,
  fromMs: number,
  toMs: number,
  maxPoints: number,
  kept: RetentionClass = 'usual',
) => system((tx) => store.read(tx, { series: [{ id: series, class: kept }], fromMs, toMs, maxPoints }))

const countBlocks = () =>
  system(async (tx) => {
    const { rows } = await sql<{ unfolded: number; folded: number }>`
      select count(*) filter (where bucket is null) as unfolded, count(bucket) as folded from supervision.blocks`.execute(
      tx,
    )
    return rows[0]!
  })

/** Folding and compacting as if it were two days after the values. */
async function foldAll(atMs: number) {
  while (await system((tx) => foldBlocks(tx, atMs)));
}
async function compactAll(atMs: number) {
  while (await system((tx) => compactDay(tx, atMs)));
}

const midnight = Math.floor(nowMs() / dayMs) * dayMs - 3 * dayMs
const firstSlot = midnight / stepMs
const range = (from: number, count: number) => Array.from({ length: count }, (_none, index) => from + index)

describe('the built-in store', () => {
  test('what is stored reads the same as blocks, folded, and compacted; a gap stays a gap', async () => {
    const series = await newSeries()
    const slots = [...range(firstSlot, 300), ...range(firstSlot + 400, 1_200)]
    const valueOf = (slot: number) => ((slot * 7_919) % 1_000) / 10
    await append(series, slots, valueOf, 40)
    const expected = slots.map((slot) => [slot * stepMs, valueOf(slot)])
    const read = () => exact(series, midnight, midnight + 2 * dayMs)

    expect(await read()).toEqual(expected)
    await foldAll(nowMs())
    expect(await countBlocks()).toMatchObject({ unfolded: 0 })
    expect(await read()).toEqual(expected)
    await compactAll(nowMs())
    expect(await countBlocks()).toEqual({ unfolded: 0, folded: 0 })
    expect(await read()).toEqual(expected)

    const { stepMs: pointMs, series: lines } = await graph(series, midnight, midnight + dayMs / 2, 1_000)
    expect(pointMs).toBe(stepMs)
    const line = lines.get(series)!
    expect(line.mean[299]).toBe(valueOf(firstSlot + 299))
    expect(Array.from(line.mean.slice(300, 400)).every(Number.isNaN)).toBe(true)
    expect(line.mean[400]).toBe(valueOf(firstSlot + 400))
  })

  test('a value that comes late, or a second time, takes its place in a day that is closed', async () => {
    const series = await newSeries()
    await append(series, range(firstSlot, 10), () => 1)
    await foldAll(nowMs())
    await compactAll(nowMs())
    await append(series, [firstSlot + 4, firstSlot + 12], () => 2)
    const expected = [...range(0, 10).map((offset) => (offset === 4 ? 2 : 1)), 2]
    const values = async () => (await exact(series, midnight, midnight + dayMs)).map(([, value]) => value)
    expect(await values()).toEqual(expected)
    await foldAll(nowMs())
    await compactAll(nowMs())
    expect(await values()).toEqual(expected)
    const hour = await graph(series, midnight, midnight + 3_600_000, 1)
    expect(hour.series.get(series)!.mean[0]).toBeCloseTo((9 * 1 + 2 * 2) / 11, 10)
  })

  test('long spans come from rollups and say least, mean and greatest of what was measured', async () => {
    const series = await newSeries()
    const days = 3
    const slots = range(firstSlot, days * 1_440)
    await append(series, slots, (slot) => (slot - firstSlot) % 60, days * 4)
    await foldAll(nowMs())
    await compactAll(nowMs() + dayMs)
    const { stepMs: pointMs, series: lines } = await graph(series, midnight, midnight + days * dayMs, 72)
    expect(pointMs).toBe(3_600_000)
    const line = lines.get(series)!
    expect([...line.least]).toEqual(Array(72).fill(0))
    expect([...line.greatest]).toEqual(Array(72).fill(59))
    expect([...line.mean]).toEqual(Array(72).fill(29.5))
    const whole = await graph(series, midnight - 20 * dayMs, midnight + days * dayMs, 23)
    expect(whole.stepMs).toBe(dayMs)
    expect(Array.from(whole.series.get(series)!.mean.slice(-3))).toEqual([29.5, 29.5, 29.5])
    expect(Array.from(whole.series.get(series)!.mean.slice(0, 20)).every(Number.isNaN)).toBe(true)
  })

  test('values of different steps share one axis', async () => {
    const [slow, quick] = [await newSeries(), await newSeries('fine')]
    await append(slow, range(firstSlot, 10), () => 5)
    const batch = range(midnight / 5_000, 120)
    await system((tx) =>
      store.append(tx, {
        series: batch.map(() => quick),
        stepsMs: batch.map(() => 5_000),
        slots: batch,
        values: batch.map((slot) => slot % 12),
      }),
    )
    const both = await system((tx) =>
      store.read(tx, {
        series: [
          { id: slow, class: 'usual' },
          { id: quick, class: 'fine' },
        ],
        fromMs: midnight,
        toMs: midnight + 600_000,
        maxPoints: 500,
      }),
    )
    expect(both).toMatchObject({ stepMs: 60_000, points: 10 })
    expect([...both.series.get(slow)!.mean]).toEqual(Array(10).fill(5))
    expect([...both.series.get(quick)!.greatest]).toEqual(Array(10).fill(11))
    expect(await exact(quick, midnight, midnight + 60_000, 'fine')).toHaveLength(12)
  })

  test('what is too old goes by whole partitions, and its rollups stay', async () => {
    const series = await newSeries('fine')
    const old = midnight - 90 * dayMs
    await append(series, range(old / stepMs, 100), () => 3)
    await foldAll(nowMs())
    await compactAll(nowMs())
    expect(await exact(series, old, old + dayMs, 'fine')).toHaveLength(100)
    expect(await system((tx) => dropExpired(tx, nowMs()))).toBeGreaterThan(0)
    expect(await exact(series, old, old + dayMs, 'fine')).toEqual([])
    const { stepMs: pointMs, series: lines } = await graph(series, old, old + 6_000_000, 1_000, 'fine')
    expect(pointMs).toBe(300_000)
    expect(Array.from(lines.get(series)!.mean.slice(0, 20))).toEqual(Array(20).fill(3))
  })

  test('the application’s own role sees no values: they are read as the system, after the rights', async () => {
    const asPerson = house.database.read(
      { everything: true, organisations: [], places: [], partOf: [] },
      (tx) => sql`select from supervision.blocks`.execute(tx),
    )
    await expect(asPerson).rejects.toThrow('permission denied')
  })
})
