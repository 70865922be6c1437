import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

test('a circuit ends only on what its writer sees', async () => {
  const { admin, organisationId } = house
  const near = await admin.call('POST /sites', { organisationId, name: 'Brest' })
  const room = await admin.call('POST /sites', { organisationId, parentId: near.id, name: 'Salle' })
  const far = await admin.call('POST /sites', { organisationId, name: 'Quimper' })
  const hidden = await admin.call('POST /assets', {
    organisationId,
    siteId: far.id,
    name: 'rt-quimper',
    kind: 'router',
  })
  const own = await member(house, 'administrator', { organisationId, placeId: near.id })
  const create = (fields: object) =>
    own.send('POST /circuits', { organisationId, siteId: near.id, ...fields })

  const refused = [
    await create({ name: 'Un', farSiteId: far.id }),
    await create({ name: 'Deux', assetId: hidden.id }),
    await create({ name: 'Trois', siteId: far.id }),
  ]
  expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.field])).toEqual([
    [422, 'farSiteId'],
    [422, 'assetId'],
    [422, 'siteId'],
  ])
  const made = await create({ name: 'Quatre', farSiteId: room.id })
  expect(made).toMatchObject({ status: 201, body: { farSiteName: 'Salle' } })
  const id = made.body.id!
  const moved = await own.send('PATCH /circuits/:id', { id, farSiteId: far.id }, { ifMatch: '*' })
  expect(moved).toMatchObject({ status: 422, body: { errors: [{ field: 'farSiteId' }] } })

  // What somebody else has set stays, although it is not seen.
  await admin.call('PATCH /circuits/:id', { id, farSiteId: far.id }, { ifMatch: '*' })
  const renamed = await own.send('PATCH /circuits/:id', { id, name: 'Cinq' }, { ifMatch: '*' })
  expect(renamed).toMatchObject({ status: 200, body: { name: 'Cinq', farSiteName: null } })
})
