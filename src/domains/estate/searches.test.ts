import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

test('the search finds things of every kind, the best first, without accents', async () => {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Châteaulin', code: 'C29' })
  await admin.call('POST /sites', { organisationId, name: 'Garage', parentId: site.id, code: 'CHATEAU-G' })
  const asset = await admin.call('POST /assets', {
    organisationId,
    name: 'sw-chateaulin-1',
    kind: 'switch',
    siteId: site.id,
    serial: 'FOC9',
    macs: ['00:11:22:33:44:55'],
  })
  await admin.call('POST /services', { organisationId, name: 'Alerte Châteaulin', description: 'Bips' })
  const { items } = await admin.call('GET /search', { q: 'chateau' })
  expect(items.map(({ type, name, detail, href }) => [type, name, detail, href.split('/')[1]])).toEqual([
    ['site', 'Châteaulin', 'C29', 'sites'],
    ['asset', 'sw-chateaulin-1', 'Switch · Châteaulin · FOC9', 'assets'],
    ['service', 'Alerte Châteaulin', 'Bips', 'services'],
    ['site', 'Garage', 'Châteaulin · CHATEAU-G', 'sites'],
  ])
  for (const q of ['foc9', '0011.2233', '00-11-22-33-44-55']) {
    const found = await admin.call('GET /search', { q })
    expect(found.items.map(({ id }) => id)).toEqual([asset.id])
  }
  expect(await admin.call('GET /search', { q: 'nothing like it' })).toEqual({ items: [] })
})

test('the search is for those who are signed in, within the organisation they chose', async () => {
  const { admin, anonymous } = house
  expect((await anonymous.send('GET /search', { q: 'chateau' })).status).toBe(401)
  const elsewhere = await admin.call('POST /organisations', { name: 'Ailleurs' })
  const found = await admin.call(
    'GET /search',
    { q: 'chateau' },
    { headers: { 'vigie-organisation': elsewhere.id } },
  )
  expect(found.items).toEqual([])
})
