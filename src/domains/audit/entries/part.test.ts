import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

test('who holds one site reads in the journal and in histories no name of what he may not see', async () => {
  const { admin, organisationId } = house
  const site = (name: string) => admin.call('POST /sites', { organisationId, name })
  const [brest, hidden, above] = [
    await site('Brest'),
    await site('Hidden site'),
    await site('Hidden territory'),
  ]
  const asset = (name: string, siteId: string) =>
    admin.call('POST /assets', { organisationId, siteId, name, kind: 'switch' })
  const near = await asset('sw-brest', brest.id)
  const far = await asset('sw-hidden', hidden.id)
  const moved = await asset('sw-moved', brest.id)
  await admin.call('PATCH /assets/:id', { id: moved.id, siteId: hidden.id }, { ifMatch: '*' })
  await admin.call('PATCH /assets/:id', { id: moved.id, siteId: brest.id }, { ifMatch: '*' })
  await admin.call('POST /links', { ends: [{ assetId: near.id }, { assetId: far.id }] })
  await admin.call('POST /circuits', { organisationId, name: 'Lien', siteId: brest.id, farSiteId: hidden.id })
  await admin.call('PATCH /sites/:id', { id: brest.id, parentId: above.id }, { ifMatch: '*' })
  await admin.call('POST /addresses', { assetId: near.id, address: '10.4.0.1' })
  const own = await member(house, 'administrator', { organisationId, placeId: brest.id })
  const journal = await own.call('GET /journal', { limit: 500 })
  expect(journal.total).toBeGreaterThan(5)
  const history = await own.call('GET /assets/:id/history', { id: near.id })
  const told = [...journal.items, ...history.items].filter((entry) => /hidden/i.test(JSON.stringify(entry)))
  expect(told).toEqual([])
  expect(journal.items.map(({ address }) => address)).not.toContain('')
})

test('what hangs off an asset is told, and found, with its name', async () => {
  const { admin, organisationId } = house
  const { id: assetId } = await admin.call('POST /assets', { organisationId, name: 'sw-of' })
  await admin.call('POST /addresses', { assetId, address: '10.4.0.2' })
  await admin.call('POST /interfaces', { assetId, name: 'Gi1/0/4' })
  const { items } = await admin.call('GET /journal', { q: 'sw-of' })
  expect(items.map(({ subject, detail }) => [subject.of, subject.name, detail])).toEqual([
    ['sw-of', 'Gi1/0/4', {}],
    ['sw-of', '10.4.0.2', {}],
    [null, 'sw-of', {}],
  ])
})

test('a history tells who, and from which address only to who may read the journal', async () => {
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /assets', { organisationId, name: 'sw-told' })
  const client = await member(house, 'client', { organisationId })
  const { items } = await client.call('GET /assets/:id/history', { id })
  expect(items).toMatchObject([{ operation: 'assets.create', address: '' }])
  const { items: whole } = await admin.call('GET /assets/:id/history', { id })
  expect(whole).toMatchObject([{ operation: 'assets.create', address: '127.0.0.1' }])
})
