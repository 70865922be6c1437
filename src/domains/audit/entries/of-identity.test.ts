import { afterAll, beforeAll, expect, test } from 'vitest'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
let roles: Record<string, string>
beforeAll(async () => {
  house = await startTestHouse()
  const { items } = await house.admin.call('GET /roles')
  roles = Object.fromEntries(items.map((role) => [role.builtin ?? role.name, role.id]))
})
afterAll(() => house.stop())

/** Who may read people over the organisation, and not the journal. */
async function readerOfPeople() {
  const { admin, organisationId } = house
  const role = await admin.call('POST /roles', {
    name: `Accueil ${Math.random()}`,
    rights: ['person.read', 'organisation.read'],
  })
  return member(house, role.id, { organisationId })
}

test('the history of a person tells of the record and the roles, and not of a role held where the reader sees nothing', async () => {
  const { admin, organisationId } = house
  const elsewhere = await admin.call('POST /organisations', { name: 'Mairie de Brest' })
  const gwen = await member(house, 'reader', { organisationId })
  const id = gwen.personId
  await admin.call('PATCH /people/:id', { id, phone: '02 98 00 00 00' }, { ifMatch: '*' })
  await admin.call('POST /people/:id/grants', { id, roleId: roles.engineer!, organisationId: elsewhere.id })

  const whole = await admin.call('GET /people/:id/history', { id })
  expect(whole.items[0]).toMatchObject({
    operation: 'people.add-grant',
    actor: { kind: 'person', name: 'Camille Martin' },
    subject: { type: 'person', id },
  })
  expect(whole.items[0]!.changes.grants![1]).toMatchObject([
    { organisationId },
    { role: 'Engineer', organisationId: elsewhere.id },
  ])
  expect(whole.names).toMatchObject({ [organisationId]: 'SDIS 99', [elsewhere.id]: 'Mairie de Brest' })
  expect(whole.items[1]).toMatchObject({ changes: { phone: ['', '02 98 00 00 00'] } })

  const own = await readerOfPeople()
  const { items, names } = await own.call('GET /people/:id/history', { id })
  expect(items[0]!.changes.grants).toMatchObject([[{ organisationId }], [{ organisationId }]])
  expect(JSON.stringify({ items, names })).not.toContain(elsewhere.id)
  expect(JSON.stringify({ items, names })).not.toContain('Engineer')
  const auditor = await member(house, 'administrator', { organisationId })
  const journal = await auditor.call('GET /journal', { subjectId: id })
  expect(JSON.stringify(journal)).not.toContain(elsewhere.id)
})

test('sign-ins, and from where, are told to who may read the journal', async () => {
  const { anonymous, organisationId } = house
  const { personId: id, email } = await member(house, 'reader', { organisationId })
  await anonymous.call('POST /sessions', { email, password: memberPassword })
  const auditor = await member(house, 'administrator', { organisationId })
  const told = (await auditor.call('GET /people/:id/history', { id })).items
  expect(told[0]).toMatchObject({
    operation: 'sessions.create',
    address: '127.0.0.1',
    actor: { kind: 'person', id, by: 'session' },
    refusal: null,
  })
  const kept = (await (await readerOfPeople()).call('GET /people/:id/history', { id })).items
  expect(kept.map(({ operation }) => operation)).toEqual(['one-time-links.accept', 'people.create'])
  expect(kept.every(({ address }) => address === '')).toBe(true)
})

test('a sign-in that was refused is told from one that was not, with why, and found', async () => {
  const { admin, organisationId } = house
  const anonymous = client(house.url)
  const { personId, email } = await member(house, 'reader', { organisationId })
  await anonymous.send('POST /sessions', { email, password: 'not it' })
  await anonymous.send('POST /sessions', { email: 'nobody@example.org', password: 'not it' })
  await anonymous.call('POST /sessions', { email, password: memberPassword })
  const journal = async (outcome: 'done' | 'refused') => {
    const { items } = await admin.call('GET /journal', { operation: ['sessions.create'], outcome: [outcome] })
    return items.map(({ subject, refusal, actor }) => [subject.id, refusal, actor.kind])
  }
  expect((await journal('refused')).slice(0, 2)).toEqual([
    [null, 'account', 'anonymous'],
    [personId, 'password', 'anonymous'],
  ])
  expect((await journal('done'))[0]).toEqual([personId, null, 'person'])
})

test('the history of an organisation and of a role', async () => {
  const { admin } = house
  const { id } = await admin.call('POST /organisations', { name: 'Port de Brest' })
  await admin.call('PATCH /organisations/:id', { id, name: 'Port' }, { ifMatch: '*' })
  const ofOrganisation = await admin.call('GET /organisations/:id/history', { id, limit: 1 })
  expect(ofOrganisation).toMatchObject({
    total: 2,
    items: [{ changes: { name: ['Port de Brest', 'Port'] } }],
  })
  const before = await admin.call('GET /organisations/:id/history', {
    id,
    cursor: ofOrganisation.nextCursor!,
  })
  expect(before.items.map(({ operation }) => operation)).toEqual(['organisations.create'])

  const role = await admin.call('POST /roles', { name: 'Pilote', rights: ['site.read'] })
  await admin.call('PATCH /roles/:id', { id: role.id, rights: ['asset.read'] }, { ifMatch: '*' })
  const { items } = await admin.call('GET /roles/:id/history', { id: role.id })
  expect(items[0]).toMatchObject({
    operation: 'roles.update',
    changes: { rights: [['site.read'], ['asset.read']] },
  })
})

test('who may not see a person or an organisation gets 404, and a role’s history is the house’s', async () => {
  const { admin, organisationId } = house
  const elsewhere = await admin.call('POST /organisations', { name: 'Ailleurs' })
  const { personId } = await member(house, 'reader', { organisationId: elsewhere.id })
  const own = await readerOfPeople()
  expect((await own.send('GET /people/:id/history', { id: personId })).status).toBe(404)
  expect((await own.send('GET /organisations/:id/history', { id: elsewhere.id })).status).toBe(404)
  expect((await own.send('GET /organisations/:id/history', { id: organisationId })).status).toBe(200)
  expect((await own.send('GET /roles/:id/history', { id: roles.engineer! })).status).toBe(403)
  expect((await admin.send('GET /roles/:id/history', { id: organisationId })).status).toBe(404)
})
