import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'
import type { Client } from '#test/client'

let house: TestHouse
let elsewhere: string
const ids = { territory: '', site: '', asset: '', service: '' }

beforeAll(async () => {
  house = await startTestHouse()
  const { admin, organisationId } = house
  elsewhere = (await admin.call('POST /organisations', { name: 'Ailleurs' })).id
  ids.territory = (await admin.call('POST /sites', { organisationId, name: 'Nord', kind: 'territory' })).id
  ids.site = (await admin.call('POST /sites', { organisationId, name: 'CIS', parentId: ids.territory })).id
  ids.asset = (await admin.call('POST /assets', { organisationId, name: 'sw-1', siteId: ids.site })).id
  ids.service = (await admin.call('POST /services', { organisationId, name: 'Mail' })).id
})
afterAll(() => house.stop())

const reads = () =>
  [
    ['GET /sites/:id', { id: ids.site }],
    ['GET /sites/:id/history', { id: ids.site }],
    ['GET /sites/:siteId/level-periods', { siteId: ids.site }],
    ['GET /assets/:id', { id: ids.asset }],
    ['GET /assets/:id/facts', { id: ids.asset }],
    ['GET /assets/:id/history', { id: ids.asset }],
    ['GET /services/:id', { id: ids.service }],
    ['GET /responsibles', { organisationId: house.organisationId }],
  ] as const

const writes = () =>
  [
    ['PATCH /sites/:id', { id: ids.site, name: 'X' }],
    ['DELETE /sites/:id', { id: ids.site }],
    ['PATCH /assets/:id', { id: ids.asset, name: 'X' }],
    ['POST /assets/bulk', { ids: [ids.asset], change: { lifeCycle: 'retired' } }],
    ['DELETE /assets/:id', { id: ids.asset }],
    ['PATCH /services/:id', { id: ids.service, name: 'X' }],
  ] as const

const answers = (who: Client, calls: readonly (readonly [string, object])[]) =>
  Promise.all(calls.map(async ([route, input]) => (await who.send(route, input, { ifMatch: '*' })).status))

describe('who may do what with the estate', () => {
  test('a reader sees everything of his organisation and changes nothing', async () => {
    const reader = await member(house, 'reader', { organisationId: house.organisationId })
    expect(new Set(await answers(reader, reads()))).toEqual(new Set([200]))
    expect(new Set(await answers(reader, writes()))).toEqual(new Set([403]))
  })

  test('for an engineer of another organisation none of it exists', async () => {
    const stranger = await member(house, 'engineer', { organisationId: elsewhere })
    expect(new Set(await answers(stranger, reads()))).toEqual(new Set([404]))
    expect(new Set(await answers(stranger, writes()))).toEqual(new Set([404]))
    for (const route of ['GET /sites', 'GET /assets', 'GET /services'] as const)
      expect((await stranger.call(route)).total).toBe(0)
    expect(await stranger.call('GET /search', { q: 'sw' })).toEqual({ items: [] })
    const moved = await stranger.send('POST /assets', {
      organisationId: elsewhere,
      name: 'x',
      siteId: ids.site,
    })
    expect(moved).toMatchObject({ status: 422, body: { errors: [{ field: 'siteId' }] } })
    const planted = await stranger.send('POST /assets', { organisationId: house.organisationId, name: 'x' })
    expect(planted.status).toBe(403)
  })

  test('who holds a part of the tree sees and changes that part, and hangs sites in it', async () => {
    const { admin, organisationId } = house
    const south = await admin.call('POST /sites', { organisationId, name: 'Sud', kind: 'territory' })
    const far = await admin.call('POST /assets', { organisationId, name: 'sw-far', siteId: south.id })
    const local = await member(house, 'engineer', { organisationId, placeId: ids.territory })
    expect((await local.call('GET /assets')).items.map(({ name }) => name)).toEqual(['sw-1'])
    expect((await local.send('GET /assets/:id', { id: far.id })).status).toBe(404)
    const room = await local.call('POST /sites', { organisationId, name: 'Baie', parentId: ids.site })
    expect(room.pathName).toBe('Nord › CIS › Baie')
    await local.call('POST /assets', { organisationId, name: 'sw-2', siteId: room.id })
    expect((await local.call('GET /assets', { under: ids.territory })).total).toBe(2)
    const root = await local.send('POST /sites', { organisationId, name: 'À la racine' })
    expect(root.status).toBe(403)
    const away = await local.send('PATCH /assets/:id', { id: ids.asset, siteId: south.id }, { ifMatch: '*' })
    expect(away).toMatchObject({ status: 422, body: { errors: [{ field: 'siteId' }] } })
  })
})

test('tags are added to and taken from many assets, each keeping its own', async () => {
  const { admin, organisationId } = house
  const make = async (name: string, tags: string[]) =>
    (await admin.call('POST /assets', { organisationId, name, tags })).id
  const both = [await make('t-1', ['a', 'b']), await make('t-2', ['c'])]
  const change = { addTags: ['new'], removeTags: ['b'], environment: 'test' as const }
  expect(await admin.call('POST /assets/bulk', { ids: both, change })).toMatchObject({ done: 2 })
  const { items } = await admin.call('GET /assets', { q: 't-', environment: 'test' as never })
  expect(items.map(({ tags }) => tags)).toEqual([
    ['a', 'new'],
    ['c', 'new'],
  ])
})
