import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { addAsset, until } from '#test/supervision/device'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house?.stop())

const held = async () => {
  const { workers, unheld } = await house.admin.call('GET /supervision/health', {})
  return [workers[0]?.assets, workers[0]?.checks, unheld]
}
const becomes = (assets: number) =>
  until(async () => JSON.stringify(await held()) === JSON.stringify([assets, assets, 0]))

test(
  'no worker holds an asset that has no check to run, until it has one again',
  { timeout: 90_000 },
  async () => {
    const { admin } = house
    const retired = await addAsset(house, 'sw-retraite', '127.24.0.1')
    const disabled = await addAsset(house, 'sw-eteint', '127.24.0.2')
    await becomes(2)
    const service = (lifeCycle: string) =>
      admin.call('PATCH /assets/:id', { id: retired, lifeCycle } as never, { ifMatch: '*' })
    await service('retired')
    await becomes(1)
    const { items } = await admin.call('GET /checks', { assetId: disabled })
    const ping = items[0]!.id
    await admin.call('PATCH /checks/:id', { id: ping, isEnabled: false }, { ifMatch: '*' })
    await becomes(0)
    await service('in-service')
    await becomes(1)
    await admin.call('PATCH /checks/:id', { id: ping, isEnabled: true }, { ifMatch: '*' })
    await becomes(2)
    expect(await held()).toEqual([2, 2, 0])
  },
)
