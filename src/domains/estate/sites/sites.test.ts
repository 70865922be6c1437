import { sql } from 'kysely'
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
    const said = Object.fromEntries(fields.map(({ field, message }) => [field, message]))
    expect(said).toEqual({ name: 'A value is needed.', latitude: 'At most 90.', colour: 'Unknown field' })
    const bare = await admin.send('POST /sites', { organisationId, kind: 'boat', country: 'FRA' })
    expect(bare.body.errors!.map(({ field, message }) => `${field}: ${message}`).toSorted()).toEqual([
      'country: At most 2 characters.',
      'kind: One of these: territory, site, building, room.',
      'name: A value is needed.',
    ])
  })

  test('a site is moved with all below it, and one coordinate alone is refused', async () => {
    const { admin, organisationId } = house
    const north = await admin.call('POST /sites', { organisationId, name: 'Nord', kind: 'territory' })
    const south = await admin.call('POST /sites', { organisationId, name: 'Sud', kind: 'territory' })
    const { id } = await admin.call('POST /sites', { organisationId, name: 'CIS', parentId: north.id })
    await admin.call('POST /sites', { organisationId, name: 'Baie', parentId: id })
    await admin.call('PATCH /sites/:id', { id, parentId: south.id }, { ifMatch: 1 })
    const below = await admin.call('GET /sites', { under: south.id, sort: 'pathName' })
    expect(below.items.map((site) => site.pathName)).toEqual(['Sud', 'Sud › CIS', 'Sud › CIS › Baie'])
    const alone = await admin.call('GET /sites', { below: id })
    expect(alone.items.map(({ name }) => name)).toEqual(['Baie'])
    const circle = await admin.send('PATCH /sites/:id', { id: south.id, parentId: id }, { ifMatch: 1 })
    expect(circle.status).toBe(409)
    const half = await admin.send('PATCH /sites/:id', { id, latitude: 48.4 }, { ifMatch: '*' })
    expect(half).toMatchObject({ status: 422, body: { errors: [{ field: 'longitude' }] } })
  })

  test('many are changed at once: all or none, or each as it can', async () => {
    const { admin, organisationId } = house
    const make = async (name: string) => (await admin.call('POST /sites', { organisationId, name })).id
    const [one, two] = [await make('Un'), await make('Deux')]
    const done = await admin.call('POST /sites/bulk', { ids: [one, two], change: { level: 4 } })
    expect(done.done).toBe(2)
    const missing = organisationId
    const none = await admin.send('POST /sites/bulk', { ids: [one, missing], change: { level: 5 } })
    expect(none.status).toBe(404)
    const each = await admin.call('POST /sites/bulk', {
      ids: [one, missing],
      change: { level: 5 },
      mode: 'each',
    })
    expect(each.rows).toEqual([
      { id: one, done: true },
      { id: missing, done: false, code: 'not-found' },
    ])
    expect((await admin.call('GET /sites/:id', { id: two })).level).toBe(4)
  })

  test('nothing lies under what is smaller than it: levels may be left out, and like holds like', async () => {
    const { admin, organisationId } = house
    type Kind = 'territory' | 'site' | 'building' | 'room'
    const make = (kind: Kind, parentId: string | null = null) =>
      admin.send('POST /sites', { organisationId, name: `Ordre ${kind}`, kind, parentId })
    const top = (await make('territory')).body.id!
    const district = (await make('territory', top)).body.id!
    const room = (await make('room', district)).body.id!
    const building = (await make('building', top)).body.id!
    expect((await make('room', room)).status).toBe(201)
    const refusal = (kind: string, above: string, field: string) => ({
      status: 422,
      body: {
        errors: [
          {
            field,
            code: 'siteOrder',
            message: `“${kind}” does not go under “${above}”. From the largest down: territory, site, building, room.`,
          },
        ],
      },
    })
    expect(await make('territory', room)).toMatchObject(refusal('Territory', 'Room', 'parentId'))
    const move = (id: string, change: object) =>
      admin.send('PATCH /sites/:id', { id, ...change }, { ifMatch: '*' })
    expect(await move(building, { parentId: room })).toMatchObject(refusal('Building', 'Room', 'parentId'))
    expect(await move(district, { kind: 'building' })).toMatchObject({ status: 200 })
    expect(await move(top, { kind: 'room' })).toMatchObject(refusal('Building', 'Room', 'kind'))
    expect(await move(room, { kind: 'site' })).toMatchObject(refusal('Site', 'Building', 'kind'))
    const many = { ids: [district], change: { parentId: room }, mode: 'each' }
    expect((await admin.send('POST /sites/bulk', many)).body.done).toBe(0)
  })

  test('a place that is out of order since before is changed as any other', async () => {
    const { admin, organisationId, database } = house
    const make = async (name: string, parentId: string | null) =>
      (await admin.call('POST /sites', { organisationId, name, parentId })).id
    const above = await make('Ancien local', null)
    const id = await make('Ancien site', above)
    await database.system((tx) => sql`update estate.sites set kind = 'room' where id = ${above}`.execute(tx))
    const changed = await admin.call(
      'PATCH /sites/:id',
      { id, name: 'Site ancien', kind: 'site' },
      { ifMatch: '*' },
    )
    expect(changed).toMatchObject({ name: 'Site ancien', parentId: above })
  })

  test('two people change the same many in opposite order, and both are done', async () => {
    const { admin, organisationId } = house
    const names = Array.from({ length: 40 }, (_, index) => `Rang ${index}`)
    const made = await Promise.all(names.map((name) => admin.call('POST /sites', { organisationId, name })))
    const ids = made.map(({ id }) => id)
    const change = (order: string[], level: number) =>
      admin.send('POST /sites/bulk', { ids: order, change: { level } })
    for (const level of [2, 3, 4, 5]) {
      const answers = await Promise.all([change(ids, level), change(ids.toReversed(), level - 1)])
      expect(answers.map(({ status, body }) => [status, body.done])).toEqual([
        [200, 40],
        [200, 40],
      ])
    }
    const backwards = await change(ids.toReversed(), 1)
    expect((backwards.body.rows as { id: string }[]).map(({ id }) => id)).toEqual(ids.toReversed())
  })

  test('are sorted as people read them and sought without accents', async () => {
    const { admin, organisationId } = house
    for (const name of ['Zone 10', 'Écluse', 'zone 2', 'Eau']) {
      await admin.call('POST /sites', { organisationId, name, code: 'TRI' })
    }
    const sorted = await admin.call('GET /sites', { q: 'tri' })
    expect(sorted.items.map((site) => site.name)).toEqual(['Eau', 'Écluse', 'zone 2', 'Zone 10'])
    const found = await admin.call('GET /sites', { q: 'ecLUSE tri' })
    expect(found.items.map((site) => site.name)).toEqual(['Écluse'])
    expect((await admin.call('GET /sites', { q: '100%' })).total).toBe(0)
  })
})

test('a folded site keeps all below it out of the list, and a list says what has something below', async () => {
  const { admin, organisationId } = house
  const make = (name: string, parentId: string | null = null) =>
    admin.call('POST /sites', { organisationId, name, parentId })
  const top = await make('Pli')
  const middle = await make('Milieu', top.id)
  const low = await make('Bas', middle.id)
  const listed = async (folded: string[]) => {
    const { items } = await admin.call('GET /sites', { under: top.id, sort: 'pathName', folded } as never)
    return items.map(({ name, hasBelow }) => `${name} ${hasBelow}`)
  }
  expect(await listed([])).toEqual(['Pli true', 'Milieu true', 'Bas false'])
  expect(await listed([middle.id])).toEqual(['Pli true', 'Milieu true'])
  expect(await listed([top.id, low.id])).toEqual(['Pli true'])
})
