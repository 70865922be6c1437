import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

/** Places whose path is not their parent's and themselves. */
function astray(): Promise<string[]> {
  return house.database.system(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from identity.places c left join identity.places p on p.id = c.parent_id
      where c.path <> coalesce(p.path, '{}') || c.id`.execute(tx)
    return rows.map(({ id }) => id)
  })
}

describe('the tree of places', () => {
  test('stays whole while sites are added under one that is moved', async () => {
    const { admin, organisationId } = house
    const site = (name: string, parentId?: string) =>
      admin.call('POST /sites', { organisationId, name, ...(parentId ? { parentId } : {}) })
    const west = await site('Groupement ouest')
    const east = await site('Groupement est')
    const moved = await site('Compagnie', west.id)
    const below = await site('Caserne', moved.id)
    const move = (id: string, parentId: string) =>
      admin.send('PATCH /sites/:id', { id, parentId }, { ifMatch: '*' })
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all([
        move(moved.id, round % 2 === 0 ? east.id : west.id),
        ...[0, 1, 2].map((n) =>
          admin.send('POST /sites', { organisationId, parentId: moved.id, name: `${round}-${n}` }),
        ),
        move(below.id, round % 3 === 0 ? west.id : moved.id),
        admin.send('POST /sites', { organisationId, parentId: below.id, name: `${round}-below` }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201, 200, 201])
    }
    expect(await astray()).toEqual([])
    const { items } = await (
      await member(house, 'reader', { organisationId, placeId: east.id })
    ).call('GET /sites')
    expect(items.map(({ name }) => name)).toEqual(['Groupement est'])
  })

  test('stays whole where the mover sees a part of it, and another adds to it meanwhile', async () => {
    const { admin, organisationId } = house
    const site = (name: string, parentId?: string) =>
      admin.call('POST /sites', { organisationId, name, ...(parentId ? { parentId } : {}) })
    const top = await site('Secteur')
    const north = await site('Secteur nord', top.id)
    const south = await site('Secteur sud', top.id)
    const moved = await site('Centre', north.id)
    const local = await member(house, 'administrator', { organisationId, placeId: top.id })
    for (let round = 0; round < 12; round += 1) {
      const parentId = round % 2 === 0 ? south.id : north.id
      const [{ status }] = await Promise.all([
        local.send('PATCH /sites/:id', { id: moved.id, parentId }, { ifMatch: '*' }),
        ...[0, 1, 2, 3].map((n) => site(`Ajout ${round}-${n}`, moved.id)),
      ])
      expect(status).toBe(200)
    }
    expect(await astray()).toEqual([])
  })

  test('who holds one site moves what is below it, and nothing directly under the organisation', async () => {
    const { admin, organisationId } = house
    const top = await admin.call('POST /sites', { organisationId, name: 'Territoire' })
    const parentId = top.id
    const room = await admin.call('POST /sites', { organisationId, parentId, name: 'Salle' })
    const building = await admin.call('POST /sites', { organisationId, parentId, name: 'Bâtiment' })
    const own = await member(house, 'administrator', { organisationId, placeId: top.id })
    const move = (parent: string | null) =>
      own.send('PATCH /sites/:id', { id: room.id, parentId: parent }, { ifMatch: '*' })
    expect(await move(null)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect((await own.send('POST /sites', { organisationId, name: 'Racine' })).status).toBe(403)
    expect((await move(building.id)).status).toBe(200)
    expect(await own.call('GET /sites/:id', { id: room.id })).toMatchObject({ parentId: building.id })
    const whole = await member(house, 'administrator', { organisationId })
    await whole.call('PATCH /sites/:id', { id: room.id, parentId: null }, { ifMatch: '*' })
    expect(await astray()).toEqual([])
  })
})
