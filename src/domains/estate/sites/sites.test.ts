import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

describe('sites', () => {
  test('a site is created, read, listed, renamed and removed', async () => {
    const { admin, organisationId } = house
    const created = await admin.call('POST /sites', {
      organisationId,
      name: 'Caserne de Brest',
      city: 'Brest',
      level: 4,
    })
    expect(created).toMatchObject({
      name: 'Caserne de Brest',
      pathName: 'Caserne de Brest',
      effectiveLevel: 4,
      version: 1,
    })

    const room = await admin.call('POST /sites', {
      organisationId,
      parentId: created.id,
      kind: 'room',
      name: 'Baie A',
    })
    expect(room).toMatchObject({ pathName: 'Caserne de Brest › Baie A', effectiveLevel: 4 })

    const renamed = await admin.call(
      'PATCH /sites/:id',
      { id: created.id, name: 'CIS Brest' },
      { ifMatch: 1 },
    )
    expect(renamed).toMatchObject({ name: 'CIS Brest', version: 2 })

    const list = await admin.call('GET /sites', { under: created.id, sort: '-name' })
    expect(list.items.map((site) => site.name)).toEqual(['CIS Brest', 'Baie A'])
    expect(list.total).toBe(2)

    const refused = await admin.send('DELETE /sites/:id', { id: created.id })
    expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
    expect((await admin.send('DELETE /sites/:id', { id: room.id })).status).toBe(204)
  })

  test('two people editing one site do not overwrite each other', async () => {
    const { admin, organisationId } = house
    const { id } = await admin.call('POST /sites', { organisationId, name: 'Deux plumes' })
    await admin.call('PATCH /sites/:id', { id, city: 'Quimper' }, { ifMatch: 1 })
    const second = await admin.send('PATCH /sites/:id', { id, city: 'Morlaix' }, { ifMatch: 1 })
    expect(second).toMatchObject({ status: 412, body: { code: 'changed-meanwhile', version: 2 } })
    const without = await admin.send('PATCH /sites/:id', { id, city: 'Morlaix' })
    expect(without).toMatchObject({ status: 428, body: { code: 'version-required' } })
    expect(await admin.call('GET /sites/:id', { id })).toMatchObject({ city: 'Quimper' })
  })

  test('bad input names each field and what would be right', async () => {
    const { admin, organisationId } = house
    const answer = await admin.send('POST /sites', { organisationId, name: '', latitude: 91, colour: 'red' })
    expect(answer.status).toBe(422)
    const fields = answer.body.errors ?? []
    expect(fields.map(({ field }) => field).toSorted()).toEqual(['colour', 'latitude', 'name'])
    for (const { message } of fields) expect(message.length).toBeGreaterThan(3)
  })
})
