import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '#kernel/clock'
import type { CycleContext } from '#kernel/jobs'
import { startPeer } from '#test/daemons/snmp-peer'
import { startTestHouse, type TestHouse } from '#test/house'
import type { InventoryTables } from '../tables.ts'
import { heldMs } from './hold.ts'
import { discoverers } from './run.ts'

// A house whose web part alone runs: the tests are its workers.
let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

/** One step of a worker that ends when the signal says so. */
const work = (signal = new AbortController().signal) =>
  discoverers[0]!.run({ ...(house.ground as CycleContext), signal })

const start = (prefix: string, packetsPerSecond = 200) =>
  house.admin.call('POST /discoveries', { organisationId: house.organisationId, prefix, packetsPerSecond })
const read = (id: string) => house.admin.call('GET /discoveries/:id', { id })

test('a discovery whose worker ends halfway is begun again by another', async () => {
  const { id } = await start('127.31.8.0/26', 20)
  const ending = new AbortController()
  const first = work(ending.signal)
  await untilAsked(id)
  ending.abort()
  await first
  const left = await read(id)
  expect(left).toMatchObject({ state: 'waiting', endedAt: null })
  expect(left.asked).toBeLessThan(62)
  await house.database.system<InventoryTables, unknown>((tx) =>
    tx.updateTable('inventory.discoveries').set({ packets_per_second: 1_000 }).where('id', '=', id).execute(),
  )
  expect(await work()).toBe(true)
  expect(await read(id)).toMatchObject({ state: 'done', asked: 62, answered: 62, report: { new: 62 } })
})

test('a discovery whose worker was killed is taken over once its hold is past, and not before', async () => {
  const { id } = await start('127.31.8.0/30')
  const holder = '00000000-0000-7000-8000-000000000001'
  await house.database.system<InventoryTables, unknown>((tx) =>
    tx
      .updateTable('inventory.discoveries')
      .set({ state: 'running', holder, held_until: new Date(Date.now() + heldMs).toISOString() })
      .where('id', '=', id)
      .execute(),
  )
  expect(await work()).toBe(false)
  moveClock(heldMs + 1_000)
  expect(await work()).toBe(true)
  expect(await read(id)).toMatchObject({ state: 'done', asked: 2, report: { new: 2, known: 0 } })
})

test('a device that a discovery was lost on twice is not asked a third time, and named', async () => {
  let wasAsked = Promise.withResolvers<void>()
  const peer = await startPeer('127.31.9.1', () => wasAsked.resolve())
  await house.admin.call('POST /credentials', {
    organisationId: house.organisationId,
    name: 'Lecture',
    settings: { version: '2c', port: peer.port },
    secret: { community: 'lecture' },
  })
  const { id } = await start('127.31.9.1/32')
  const lost: Promise<unknown>[] = []
  for (const _ of ['the first worker', 'the second']) {
    lost.push(work())
    await wasAsked.promise
    wasAsked = Promise.withResolvers<void>()
    // It is still at it, and holds it no more.
    moveClock(heldMs + 1_000)
  }
  await peer.stop()
  expect(await work()).toBe(true)
  expect(await read(id)).toMatchObject({
    state: 'done',
    answered: 1,
    identified: 0,
    report: { new: 1, skipped: ['127.31.9.1'] },
  })
  await Promise.all(lost)
})

test('one that nobody has begun is stopped at once', async () => {
  const { id } = await start('127.31.8.0/30')
  const stopped = await house.admin.call('POST /discoveries/:id/stop', { id })
  expect(stopped).toMatchObject({ state: 'stopped' })
  expect(await work()).toBe(false)
})

/** Until the worker has written some progress: it does so twice a second. */
async function untilAsked(id: string): Promise<void> {
  for (;;) if ((await read(id)).asked > 0) return
}
