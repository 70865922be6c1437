import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => {
  house = await startTestHouse()
})
afterAll(() => house?.stop())

test('checks are taken out in words, and in the API’s own names', async () => {
  const { organisationId } = house
  const { id } = await house.admin.call('POST /assets', { organisationId, name: 'sw-1', kind: 'switch' })
  await house.admin.call('POST /addresses', { assetId: id, address: '127.14.0.1' })
  const checks = async () => (await house.admin.call('GET /checks', { assetId: id } as never)).total
  await expect.poll(checks, { timeout: 20_000 }).toBe(1)
  const words = await house.admin.send('GET /checks/export')
  expect(words.body).toMatch(/^Asset,Site,Check,Name of the check,State,.*\r\nsw-1,,Ping,/)
  const names = await house.admin.send('GET /checks/export', { headings: 'names' })
  expect(names.body).toMatch(/^assetName,siteName,template,name,.*\r\nsw-1,,ping,/)
})

test('what a person set of a check is told by its history, and by its asset’s', async () => {
  const { items } = await house.admin.call('GET /checks', {})
  const { id, assetId } = items[0]!
  await house.admin.call('PATCH /checks/:id', { id, intervalS: 30 }, { ifMatch: '*' })
  const own = await house.admin.call('GET /checks/:id/history', { id })
  expect(own.items).toMatchObject([{ operation: 'checks.update', changes: { interval_s: [null, 30] } }])
  const ofAsset = await house.admin.call('GET /assets/:id/history', { id: assetId })
  expect(ofAsset.items.map(({ operation }) => operation)).toContain('checks.update')
})
