import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, type Member } from '#test/member'

let house: TestHouse
let otherId: string
let roles: Record<string, string>
beforeAll(async () => {
  house = await startTestHouse()
  otherId = (await house.admin.call('POST /organisations', { name: 'Commune de Landerneau' })).id
  const { items } = await house.admin.call('GET /roles')
  roles = Object.fromEntries(items.map((role) => [role.builtin ?? role.name, role.id]))
})
afterAll(() => house.stop())

const add = (by: { send: Member['send'] }, id: string, grant: object) =>
  by.send('POST /people/:id/grants', { id, ...grant })

describe('nobody gives more than he holds himself', () => {
  test('an organisation’s administrator stays within it', async () => {
    const { organisationId } = house
    const local = await member(house, 'administrator', { organisationId })
    const colleague = await member(house, 'reader', { organisationId })
    const id = colleague.personId
    expect((await add(local, id, { roleId: roles.engineer, organisationId })).status).toBe(201)
    const everywhere = await add(local, id, { roleId: roles.reader })
    expect(everywhere).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const elsewhere = await add(local, id, { roleId: roles.reader, organisationId: otherId })
    expect(elsewhere.status).toBe(403)
    const self = await add(local, local.personId, { roleId: roles.administrator })
    expect(self.status).toBe(403)
  })

  test('nor by inviting, by a role of his own, or by the account of a stronger one', async () => {
    const { organisationId, admin } = house
    const { id: clerk } = await admin.call('POST /roles', {
      name: 'Gestionnaire des personnes',
      rights: ['person.read', 'person.write', 'site.read'],
    })
    const own = await member(house, clerk, { organisationId })
    const strong = await member(house, 'administrator', { organisationId })
    const weak = await member(house, clerk, { organisationId })

    const invited = await own.send('POST /people', {
      name: 'Complice',
      email: 'complice@example.org',
      organisationId,
      grants: [{ roleId: roles.administrator, organisationId }],
    })
    expect(invited.status).toBe(403)
    const { items } = await admin.call('GET /people', { q: 'complice@example.org' })
    expect(items).toEqual([])

    const id = strong.personId
    const { version } = await admin.call('GET /people/:id', { id })
    const tries = [
      await own.send('POST /people/:id/link', { id }),
      await own.send('PATCH /people/:id', { id, email: 'mine@example.org' }, { ifMatch: version }),
      await own.send('POST /people/:id/disable', { id }),
      await own.send('DELETE /people/:id/sessions', { id }),
      await own.send('DELETE /people/:id/second-factor', { id }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(tries[0]!.body.detail).toContain('you do not hold')
    expect((await own.send('POST /people/:id/link', { id: weak.personId })).status).toBe(200)
    expect(
      (await own.send('PATCH /roles/:id', { id: clerk, rights: ['role.write'] }, { ifMatch: 1 })).status,
    ).toBe(403)
  })

  test('who may change roles gives them no right that he lacks', async () => {
    const { admin } = house
    const { id: keeper } = await admin.call('POST /roles', {
      name: 'Gardien des rôles',
      rights: ['person.read', 'role.write', 'site.read'],
    })
    const own = await member(house, keeper)
    const more = await own.send(
      'PATCH /roles/:id',
      {
        id: keeper,
        rights: ['person.read', 'role.write', 'site.read', 'person.write'],
      },
      { ifMatch: '*' },
    )
    expect(more).toMatchObject({ status: 403 })
    const less = await own.send(
      'PATCH /roles/:id',
      { id: keeper, rights: ['person.read', 'role.write'] },
      { ifMatch: '*' },
    )
    expect(less.status).toBe(200)
    expect((await own.send('POST /roles', { name: 'Fort', rights: ['person.write'] })).status).toBe(403)
  })
})

describe('isolation between organisations', () => {
  test('a member sees and touches nobody of another organisation', async () => {
    const here = await member(house, 'administrator', { organisationId: house.organisationId })
    const there = await member(house, 'administrator', { organisationId: otherId })
    const { items } = await here.call('GET /people', { limit: 500 })
    expect(items.map(({ id }) => id)).toContain(here.personId)
    expect(items.map(({ id }) => id)).not.toContain(there.personId)
    expect(items.every(({ organisationId }) => organisationId === house.organisationId)).toBe(true)
    const id = there.personId
    const tries = [
      await here.send('GET /people/:id', { id }),
      await here.send('GET /people/:id/sessions', { id }),
      await here.send('GET /people/:id/tokens', { id }),
      await here.send('PATCH /people/:id', { id, name: 'Pris' }, { ifMatch: '*' }),
      await here.send('POST /people/:id/link', { id }),
      await here.send('POST /people/:id/disable', { id }),
      await add(here, id, { roleId: roles.reader, organisationId: house.organisationId }),
      await here.send('GET /organisations/:id', { id: otherId }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404, 404])
    const planted = await here.send('POST /people', {
      name: 'X',
      email: 'px@example.org',
      organisationId: otherId,
    })
    expect(planted.status).toBe(403)
    const ofHouse = await here.send('POST /people', { name: 'X', email: 'py@example.org' })
    expect(ofHouse.status).toBe(403)
  })

  test('what a person holds elsewhere is not told', async () => {
    const here = await member(house, 'administrator', { organisationId: house.organisationId })
    const both = await member(house, 'reader', { organisationId: house.organisationId })
    await add(house.admin, both.personId, { roleId: roles.engineer, organisationId: otherId })
    const seen = await here.call('GET /people/:id', { id: both.personId })
    expect(seen.grants).toHaveLength(1)
    const whole = await house.admin.call('GET /people/:id', { id: both.personId })
    expect(whole.grants).toHaveLength(2)
  })

  test('a reader sees no people, and writes nothing', async () => {
    const reader = await member(house, 'reader', { organisationId: house.organisationId })
    const tries = [
      await reader.send('GET /people'),
      await reader.send('POST /people', { name: 'X', email: 'pz@example.org' }),
      await reader.send('POST /sites', { organisationId: house.organisationId, name: 'X' }),
      await reader.send('GET /roles'),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect((await house.anonymous.send('GET /people')).status).toBe(401)
  })
})

describe('a part of the tree', () => {
  test('a technician of a site sees it and what is below, and nothing beside', async () => {
    const { admin, organisationId } = house
    const group = await admin.call('POST /sites', { organisationId, name: 'Groupement nord' })
    const station = await admin.call('POST /sites', { organisationId, parentId: group.id, name: 'Caserne' })
    const beside = await admin.call('POST /sites', { organisationId, name: 'Groupement sud' })
    const own = await member(house, 'technician', { organisationId, placeId: group.id })

    const { items } = await own.call('GET /sites', { sort: 'name' })
    expect(items.map(({ name }) => name)).toEqual(['Caserne', 'Groupement nord'])
    expect((await own.send('GET /sites/:id', { id: station.id })).status).toBe(200)
    expect((await own.send('GET /sites/:id', { id: beside.id })).status).toBe(404)
    expect(await own.call('GET /me')).toMatchObject({
      organisations: [{ id: organisationId }],
      isEverywhere: false,
    })

    // A site moved away is out of sight at once; one that is hung below comes in.
    await admin.call('PATCH /sites/:id', { id: station.id, parentId: beside.id }, { ifMatch: '*' })
    expect((await own.call('GET /sites')).items.map(({ name }) => name)).toEqual(['Groupement nord'])
  })

  test('an administrator of a site reads the name of its organisation, and changes nothing of it', async () => {
    const { admin } = house
    const { id } = await admin.call('POST /organisations', {
      name: 'Mairie de Brest',
      notes: 'Contrat : 12 000 €',
    })
    const site = await admin.call('POST /sites', { organisationId: id, name: 'Hôtel de ville' })
    const own = await member(house, 'administrator', { organisationId: id, placeId: site.id })
    expect(await own.call('GET /organisations/:id', { id })).toMatchObject({
      name: 'Mairie de Brest',
      notes: '',
    })
    expect((await own.call('GET /organisations')).items).toMatchObject([{ id, notes: '' }])
    expect((await own.call('GET /me')).organisations).toEqual([
      { id, name: 'Mairie de Brest', isWhole: false },
    ])
    const change = { id, name: 'Prise', notes: 'par le site' }
    expect(await own.send('PATCH /organisations/:id', change, { ifMatch: '*' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
    expect((await own.send('DELETE /organisations/:id', { id })).status).toBe(403)
    const whole = await member(house, 'administrator', { organisationId: id })
    // A name is unique in all of Vigie: trying those of others would tell who else is served.
    for (const name of ['Ville de Brest', 'SDIS 99']) {
      const renamed = await whole.send('PATCH /organisations/:id', { id, name }, { ifMatch: '*' })
      expect(renamed).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
    const kept = { id, name: 'Mairie de Brest', notes: 'Contrat échu' }
    expect(await whole.call('PATCH /organisations/:id', kept, { ifMatch: '*' })).toMatchObject({
      name: 'Mairie de Brest',
      notes: 'Contrat échu',
    })
    expect((await whole.send('DELETE /organisations/:id', { id })).status).toBe(403)
  })

  test('the header narrows to one organisation, and never widens', async () => {
    const { admin, organisationId } = house
    await admin.call('POST /sites', { organisationId: otherId, name: 'Mairie' })
    const narrowed = await admin.send('GET /sites', {}, { headers: { 'vigie-organisation': otherId } })
    const sites = narrowed.body.items as { organisationId: string }[]
    expect(sites.map((site) => site.organisationId)).toEqual([otherId])
    const local = await member(house, 'reader', { organisationId })
    const wider = await local.send('GET /sites', {}, { headers: { 'vigie-organisation': otherId } })
    expect(wider.status).toBe(403)
    const planted = await admin.send(
      'POST /sites',
      { organisationId, name: 'X' },
      {
        headers: { 'vigie-organisation': otherId },
      },
    )
    expect(planted.status).toBe(403)
  })

  test('a place belongs to its organisation', async () => {
    const { admin, organisationId } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'Poste' })
    const someone = await member(house, 'reader')
    const wrong = await add(admin, someone.personId, {
      roleId: roles.reader,
      organisationId: otherId,
      placeId: site.id,
    })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'placeId' }] } })
    const grant = { roleId: roles.reader, organisationId, placeId: site.id }
    expect((await add(admin, someone.personId, grant)).status).toBe(201)
    expect(await add(admin, someone.personId, grant)).toMatchObject({ status: 409 })
  })
})
