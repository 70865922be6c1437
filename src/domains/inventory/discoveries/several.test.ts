import { afterAll, beforeAll, expect, test } from 'vitest'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import type { InventoryTables } from '../tables.ts'

let house: TestHouse
let ear: Ear
beforeAll(async () => {
  house = await startTestHouse()
  ear = await hear(house.admin)
})
afterAll(async () => {
  ear?.close()
  await house?.stop()
})

const start = async (organisationId: string, prefix: string, packetsPerSecond = 200) =>
  (await house.admin.call('POST /discoveries', { organisationId, prefix, packetsPerSecond, confirmed: true }))
    .id
const read = (id: string) => house.admin.call('GET /discoveries/:id', { id })
const until = (id: string, isIt: (payload: Record<string, unknown>) => boolean) =>
  ear.until(({ type, payload }) => type === 'discovery.progressed' && payload.id === id && isIt(payload))
const stop = async (id: string) => {
  await house.admin.call('POST /discoveries/:id/stop', { id })
  await until(id, ({ state }) => state === 'stopped')
}

/** What all discoveries together have taken for themselves, packets a second. */
const taken = () =>
  house.database.system<InventoryTables, { pace: number; running: number }>(async (tx) => {
    const rows = await tx
      .selectFrom('inventory.discoveries')
      .select('pace')
      .where('state', '=', 'running')
      .execute()
    return { pace: rows.reduce((sum, row) => sum + (row.pace ?? 0), 0), running: rows.length }
  })

test('a small prefix ends soon although large ones run, and together they send no more than one alone', async () => {
  const elsewhere = await house.admin.call('POST /organisations', { name: 'Ailleurs' })
  const large = await start(house.organisationId, '127.32.0.0/16')
  await until(large, ({ asked }) => Number(asked) > 0)
  const other = await start(house.organisationId, '127.34.0.0/16')
  const began = performance.now()
  const small = await start(elsewhere.id, '127.33.1.0/27')
  const most = { pace: 0, running: 0 }
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const now = await taken()
      most.pace = Math.max(most.pace, now.pace)
      most.running = Math.max(most.running, now.running)
    }
  })()
  await until(small, ({ state }) => state === 'done')
  isOver = true
  await watching
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(await read(small)).toMatchObject({ asked: 30, answered: 30, report: { new: 30 } })
  expect((await read(large)).state).toBe('running')
  expect((await read(other)).state).toBe('running')
  expect(most.running).toBe(3)
  expect(most.pace).toBeGreaterThan(0)
  expect(most.pace).toBeLessThanOrEqual(200.01)
  await Promise.all([stop(large), stop(other)])
})

test('a discovery that is stopped keeps all that answered, without asking it anything more', async () => {
  const { id: organisationId } = await house.admin.call('POST /organisations', { name: 'Muette' })
  for (const name of ['Une', 'Deux', 'Trois'])
    await house.admin.call('POST /credentials', {
      organisationId,
      name,
      settings: { version: '2c', port: 31_399 },
      secret: { community: name },
    })
  const id = await start(organisationId, '127.35.0.0/16', 1_000)
  await until(id, ({ answered }) => Number(answered) > 30)
  const began = performance.now()
  await stop(id)
  expect(performance.now() - began).toBeLessThan(5_000)
  const stopped = await read(id)
  expect(stopped.answered).toBeGreaterThan(30)
  expect(stopped.report).toMatchObject({ new: stopped.answered, known: 0 })
  const { total } = await house.admin.call('GET /proposals', { discoveryId: id, state: ['open'] } as never)
  expect(total).toBe(stopped.answered)
})
