import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

test('a circuit is shown on a link, kept in its history and put there only for who may see it', async () => {
  const { admin, organisationId } = house
  const [site, other] = [
    await admin.call('POST /sites', { organisationId, name: 'Brest' }),
    await admin.call('POST /sites', { organisationId, name: 'Quimper' }),
  ]
  const circuit = await admin.call('POST /circuits', {
    organisationId,
    name: 'Fibre de Quimper',
    siteId: other.id,
  })
  const near = await admin.call('POST /assets', { organisationId, name: 'sw-1', siteId: site.id })
  const far = await admin.call('POST /assets', { organisationId, name: 'sw-2', siteId: site.id })
  const ends: [{ assetId: string }, { assetId: string }] = [{ assetId: near.id }, { assetId: far.id }]
  const { id } = await admin.call('POST /links', { ends, circuitId: circuit.id })
  await admin.call('PATCH /links/:id', { id, circuitId: null }, { ifMatch: 1 })
  await admin.call('PATCH /links/:id', { id, circuitId: circuit.id }, { ifMatch: 2 })

  const role = await admin.call('POST /roles', {
    name: 'Câblage',
    rights: ['asset.read', 'link.read', 'link.write'],
  })
  const blind = [
    // Of another site than the circuit's; and of the whole organisation, with no right to circuits.
    await member(house, 'technician', { organisationId, placeId: site.id }),
    await member(house, role.id, { organisationId }),
  ]
  for (const person of blind) {
    const hidden = { circuitId: null, circuitName: null }
    expect(await person.call('GET /links/:id', { id })).toMatchObject(hidden)
    expect((await person.call('GET /links')).items).toMatchObject([hidden])
    const history = await person.call('GET /links/:id/history', { id })
    expect(history.items).toHaveLength(3)
    expect(JSON.stringify(history)).not.toContain(circuit.id)
  }
  const wiring = blind[1]!
  const put = await wiring.send('PATCH /links/:id', { id, circuitId: circuit.id }, { ifMatch: '*' })
  expect(put).toMatchObject({ status: 422, body: { errors: [{ field: 'circuitId' }] } })
  const anew = await wiring.send('POST /links', { ends, circuitId: circuit.id })
  expect(anew).toMatchObject({ status: 422, body: { errors: [{ field: 'circuitId' }] } })

  // A form sends back what it was shown: what was hidden stays.
  const change = { id, notes: 'baie 4', circuitId: null }
  const { version } = await wiring.call('GET /links/:id', { id })
  expect(await wiring.call('PATCH /links/:id', change, { ifMatch: version })).toMatchObject({
    notes: 'baie 4',
  })
  const link = await admin.call('GET /links/:id', { id })
  expect(link).toMatchObject({ circuitId: circuit.id, circuitName: 'Fibre de Quimper', notes: 'baie 4' })
  const told = await admin.call('GET /links/:id/history', { id })
  expect(JSON.stringify(told)).toContain(circuit.id)
})
