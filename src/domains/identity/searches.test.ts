import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { personWith } from '#test/people'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const invite = (name: string, email: string, organisationId: string | null) =>
  house.admin.call('POST /people', { name, email, language: 'fr', organisationId, grants: [] })

test('the search finds people by what they are called, and organisations', async () => {
  const { admin, organisationId } = house
  const { id } = await invite('Marie-Christine Dupont', 'mc@example.org', organisationId)
  for (const q of ['Dupont', 'marie', 'mc@example']) {
    const { items } = await admin.call('GET /search', { q })
    expect(items).toEqual([
      {
        type: 'person',
        id,
        name: 'Marie-Christine Dupont',
        detail: 'SDIS 99 · mc@example.org',
        href: `/people/${id}`,
      },
    ])
  }
  const { items } = await admin.call('GET /search', { q: 'sdis' })
  expect(items.map(({ type, name, href }) => [type, name, href])).toEqual([
    ['organisation', 'SDIS 99', `/organisations/${organisationId}`],
  ])
})

test('nobody finds people whom the list of people would not show', async () => {
  const { id: elsewhere } = await house.admin.call('POST /organisations', { name: 'Ailleurs' })
  await invite('Hervé Lointain', 'herve@example.org', elsewhere)
  const reader = await personWith(house, 'technician', 'SDIS 99')
  const { items } = await reader.call('GET /search', { q: 'Lointain' })
  expect(items).toEqual([])
})
