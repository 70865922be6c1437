import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids'
import { startTestHouse, type TestHouse } from '#test/house'
import type { InventoryTables } from '../tables.ts'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

/** As an earlier version kept them, which believed whatever a device said. */
async function propose(address: string, ifIndex: number, facts = {}): Promise<void> {
  const { organisationId } = house
  const discoveryId = newId()
  await house.database.system<InventoryTables, void>(async (tx) => {
    await tx
      .insertInto('inventory.discoveries')
      .values({ id: discoveryId, organisation_id: organisationId, prefix: `${address}/32`, total: 1 })
      .execute()
    const one = {
      name: 'eth0',
      ifIndex,
      description: '',
      alias: '',
      kind: 'ethernet',
      mac: null,
      speedBps: null,
      mtu: null,
      isEnabled: true,
    }
    await tx
      .insertInto('inventory.proposals')
      .values({
        id: newId(),
        organisation_id: organisationId,
        discovery_id: discoveryId,
        address,
        kind: 'new',
        facts: JSON.stringify({ name: `sw-${address}`, ...facts }),
        sources: '{}',
        interfaces: JSON.stringify([one]),
        addresses: '[]',
        seen_at: new Date().toISOString(),
      })
      .execute()
  })
}

test('one odd device keeps nobody else out of the estate, and is named', async () => {
  await propose('127.31.9.11', 1)
  await propose('127.31.9.12', 1.1)
  await propose('127.31.9.13', 3_000_000_000)
  await propose('127.31.9.14', 2)
  const open = () => house.admin.call('GET /proposals', { state: ['open'] } as never)
  const ids = (await open()).items.map(({ id }) => id)
  expect(ids.length).toBe(4)
  const answer = await house.admin.call('POST /proposals/accept', { ids })
  expect(answer.done).toBe(2)
  expect(answer.refused.map(({ address, code }) => [address, code])).toEqual([
    ['127.31.9.12', 'invalid-input'],
    ['127.31.9.13', 'invalid-input'],
  ])
  const { items } = await house.admin.call('GET /assets', { sort: 'name' })
  expect(items.map(({ id }) => id).toSorted()).toEqual(answer.assetIds.toSorted())
  expect((await open()).items.map(({ address }) => address).toSorted()).toEqual([
    '127.31.9.12',
    '127.31.9.13',
  ])
})

test('two addresses of one device make one asset, which is answered once', async () => {
  const facts = { name: 'deux-pattes', serial: 'FDO2216A0BC' }
  await propose('127.31.9.21', 1, facts)
  await propose('127.31.9.22', 1, facts)
  const { items } = await house.admin.call('GET /proposals', { state: ['open'], q: 'deux-pattes' } as never)
  const ids = items.map(({ id }) => id)
  const answer = await house.admin.call('POST /proposals/accept', { ids })
  expect(answer).toMatchObject({ done: 2, assetIds: [expect.any(String)], refused: [] })
})
