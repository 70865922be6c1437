import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

describe('roles', () => {
  test('those of the product come first, in the reader’s language, and nobody changes them', async () => {
    const { admin } = house
    const { items } = await admin.call('GET /roles')
    expect(items.map(({ name }) => name)).toEqual([
      'Administrator',
      'Engineer',
      'Technician',
      'Reader',
      'Client',
    ])
    const { id, version } = items[3]!
    const changed = await admin.send('PATCH /roles/:id', { id, rights: [] }, { ifMatch: version })
    expect(changed).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await admin.send('DELETE /roles/:id', { id })).status).toBe(409)
    await admin.call('PATCH /me', { language: 'fr' })
    expect((await admin.call('GET /roles')).items[1]!.name).toBe('Ingénieur')
    await admin.call('PATCH /me', { language: 'en' })
  })

  test('one of one’s own is made, changed for all who hold it, and removed when nobody does', async () => {
    const { admin } = house
    const role = await admin.call('POST /roles', { name: 'Astreinte', rights: ['site.read'] })
    const holder = await member(house, role.id)
    expect((await holder.send('GET /sites')).status).toBe(200)
    expect((await holder.send('GET /people')).status).toBe(403)

    const changed = await admin.call(
      'PATCH /roles/:id',
      { id: role.id, rights: ['site.read', 'person.read', 'site.read'] },
      { ifMatch: role.version },
    )
    expect(changed).toMatchObject({ rights: ['person.read', 'site.read'], peopleCount: 1 })
    expect((await holder.send('GET /people')).status).toBe(200)

    expect(await admin.send('DELETE /roles/:id', { id: role.id })).toMatchObject({
      status: 409,
      body: { code: 'in-use' },
    })
    const { grants } = await admin.call('GET /people/:id', { id: holder.personId })
    await admin.call('DELETE /people/:id/grants/:grantId', {
      id: holder.personId,
      grantId: grants[0]!.id,
    })
    expect((await admin.send('DELETE /roles/:id', { id: role.id })).status).toBe(204)
  })

  test('a role of unknown rights is refused', async () => {
    const answer = await house.admin.send('POST /roles', { name: 'Rien', rights: ['moon.walk'] })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'rights' }] } })
  })

  test('the matrix tells every right, what it allows, and who has it', async () => {
    const { items } = await house.admin.call('GET /rights')
    const { items: roles } = await house.admin.call('GET /roles')
    const line = items.find(({ right }) => right === 'person.write')!
    expect(line.name).toEqual({
      fr: 'Gérer les personnes et leurs rôles',
      en: 'Manage people and their roles',
    })
    expect(line.operations.map(({ name }) => name)).toContain('people.disable')
    expect(line.roleIds).toEqual([roles[0]!.id])
    expect(items.filter(({ right, name }) => name.fr === right || name.en === right)).toEqual([])
    const known = new Set(items.map(({ right }) => right))
    for (const { right, name } of house.operations)
      if (right.includes('.')) expect(known, name).toContain(right)
  })
})
