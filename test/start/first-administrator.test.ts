import { expect, test } from 'vitest'
import { dataFolder, signIn, startVigie } from '../bad-days/vigie.ts'

test('the administrator of the settings is journalled, and his organisation named as they say', async () => {
  const env = { VIGIE_ADMIN_ORGANISATION: 'SDIS 99', VIGIE_ADMIN_LANGUAGE: 'en' }
  const vigie = await startVigie(dataFolder(), { env })
  const admin = await signIn(vigie)
  const { items: organisations } = await admin.call('GET /organisations')
  expect(organisations.map(({ name }) => name)).toEqual(['SDIS 99'])
  expect(await admin.call('GET /me')).toMatchObject({ language: 'en', email: 'camille@example.org' })
  const { items: entries } = await admin.call('GET /journal')
  expect(entries).toContainEqual(
    expect.objectContaining({
      operation: 'first-administrator.create',
      subject: expect.objectContaining({ name: 'camille' }),
    }),
  )
  await vigie.stop()
}, 90_000)

test('without a name, his organisation is called like the domain of his address', async () => {
  const vigie = await startVigie(dataFolder())
  const { items } = await (await signIn(vigie)).call('GET /organisations')
  expect(items.map(({ name }) => name)).toEqual(['example.org'])
  await vigie.stop()
}, 90_000)
