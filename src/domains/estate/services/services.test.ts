import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

describe('services', () => {
  test('a service is created with what it depends on, listed by it, changed and removed', async () => {
    const { admin, organisationId } = house
    const me = await admin.call('GET /me')
    const server = await admin.call('POST /assets', { organisationId, name: 'srv-mail', kind: 'server' })
    const directory = await admin.call('POST /services', { organisationId, name: 'Annuaire', level: 5 })
    const mail = await admin.call('POST /services', {
      organisationId,
      name: 'Messagerie',
      url: 'https://mail.example.org',
      ownerId: me.id,
      assetIds: [server.id, server.id],
      serviceIds: [directory.id],
    })
    expect(mail).toMatchObject({
      level: 3,
      ownerName: 'Camille Martin',
      assets: [{ id: server.id, name: 'srv-mail', kind: 'server' }],
      services: [{ id: directory.id, name: 'Annuaire' }],
    })
    const portal = await admin.call('POST /services', {
      organisationId,
      name: 'Portail',
      serviceIds: [mail.id],
    })
    const byAsset = await admin.call('GET /services', { assetId: server.id })
    expect(byAsset.items.map(({ name }) => name)).toEqual(['Messagerie', 'Portail'])
    const byService = await admin.call('GET /services', { serviceId: directory.id })
    expect(byService.items.map(({ name }) => name)).toEqual(['Messagerie'])

    const changed = await admin.call('PATCH /services/:id', { id: mail.id, assetIds: [] }, { ifMatch: 1 })
    expect(changed).toMatchObject({ version: 2, assets: [], services: [{ name: 'Annuaire' }] })
    const held = await admin.send('DELETE /services/:id', { id: directory.id })
    expect(held).toMatchObject({ status: 409, body: { code: 'in-use' } })
    expect(held.body.detail).toContain('Messagerie')
    expect((await admin.send('DELETE /services/:id', { id: portal.id })).status).toBe(204)
  })

  test('a service that would need itself through others is refused, and nothing is written', async () => {
    const { admin, organisationId } = house
    const make = (name: string, serviceIds: string[] = []) =>
      admin.call('POST /services', { organisationId, name, serviceIds })
    const a = await make('A')
    const b = await make('B', [a.id])
    const circle = await admin.send('PATCH /services/:id', { id: a.id, serviceIds: [b.id] }, { ifMatch: 1 })
    expect(circle).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await admin.call('GET /services/:id', { id: a.id })).toMatchObject({ version: 1, services: [] })
  })

  test('bad input is refused by field', async () => {
    const { admin, organisationId } = house
    const answer = await admin.send('POST /services', {
      organisationId,
      name: 'X',
      url: 'javascript:alert(1)',
      assetIds: [organisationId],
    })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'url' }] } })
    const unknown = await admin.send('POST /services', {
      organisationId,
      name: 'X',
      assetIds: [organisationId],
    })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'assetIds.0' }] } })
    await admin.call('POST /services', { organisationId, name: 'X' })
    const twice = await admin.send('POST /services', { organisationId, name: 'X' })
    expect(twice).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  })
})

test('a service that would depend on itself is told so, at the field', async () => {
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /services', { organisationId, name: 'Narcisse' })
  const other = await admin.call('POST /services', { organisationId, name: 'Écho' })
  const itself = await admin.send('PATCH /services/:id', { id, serviceIds: [other.id, id] }, { ifMatch: 1 })
  const message = 'A service cannot depend on itself.'
  expect(itself).toMatchObject({ status: 422, body: { errors: [{ field: 'serviceIds.1', message }] } })
})

test('many services get one owner and level at once, each with its own line in its history', async () => {
  const { admin, organisationId } = house
  const me = await admin.call('GET /me')
  const made = await Promise.all(
    ['Paie', 'Agenda', 'Wiki'].map((name) => admin.call('POST /services', { organisationId, name })),
  )
  const ids = made.map(({ id }) => id)
  const answer = await admin.call('POST /services/bulk', { ids, change: { ownerId: me.id, level: 5 } })
  expect(answer.done).toBe(3)
  for (const id of ids) {
    expect(await admin.call('GET /services/:id', { id })).toMatchObject({ ownerId: me.id, level: 5 })
    const { items } = await admin.call('GET /services/:id/history', { id })
    expect(items[0]!.changes).toMatchObject({ owner_id: [null, me.id], level: [3, 5] })
  }
  const stranger = { ids, change: { ownerId: organisationId } }
  expect((await admin.send('POST /services/bulk', stranger)).status).toBe(422)
  expect((await admin.call('GET /services/:id', { id: ids[0]! })).ownerId).toBe(me.id)
})
