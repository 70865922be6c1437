import { afterAll, beforeAll, expect, test } from 'vitest'
import { client } from '#test/client'
import { hear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

const addAsset = (name: string) =>
  house.admin.call('POST /assets', { organisationId: house.organisationId, name })
const tellsOf = (id: string) => (event: { type: string; payload: Record<string, unknown> }) =>
  event.type === 'asset.created' && event.payload.id === id

test('a revoked token hears nothing more, at once', async () => {
  const person = await member(house, 'reader', { organisationId: house.organisationId })
  const { id, secret } = await person.call('POST /me/tokens', {
    name: 'tableau mural',
    rights: null,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    password: memberPassword,
  })
  const script = client(house.url, secret)
  const ear = await hear(script)
  const witness = await hear(house.admin)
  const before = await addAsset('before')
  await ear.until(tellsOf(before.id))
  await person.call('DELETE /me/tokens/:id', { id })
  const after = await addAsset('after')
  await witness.until(tellsOf(after.id))
  expect(ear.heard.some(tellsOf(after.id))).toBe(false)
  ear.close()
  witness.close()
})

test('a right that is given is heard with at once, and one that is taken no more', async () => {
  const person = await member(house, 'reader', { organisationId: house.organisationId })
  const { grants } = await house.admin.call('GET /people/:id', { id: person.personId })
  const ear = await hear(person)
  const witness = await hear(house.admin)
  await house.admin.call('DELETE /people/:id/grants/:grantId', {
    id: person.personId,
    grantId: grants[0]!.id,
  })
  const unheard = await addAsset('unheard')
  await witness.until(tellsOf(unheard.id))
  await house.admin.call('POST /people/:id/grants', {
    id: person.personId,
    roleId: grants[0]!.roleId,
    organisationId: house.organisationId,
    placeId: null,
  })
  const heard = await addAsset('heard')
  await ear.until(tellsOf(heard.id))
  expect(ear.heard.some(tellsOf(unheard.id))).toBe(false)
  ear.close()
  witness.close()
})
