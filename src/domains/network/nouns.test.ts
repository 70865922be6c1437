import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemWrite } from '#kernel/operations'
import { recordInterfaces, type SeenInterface } from '#network'
import { startTestHouse, type TestHouse } from '#test/house'

/** What people do with what hangs off assets: read one, change it, see what happened to it, change many. */
let house: TestHouse
let assetId: string
beforeAll(async () => {
  house = await startTestHouse()
  assetId = (await asset('sw-noms')).id
})
afterAll(() => house?.stop())

const asset = (name: string, organisationId = house.organisationId) =>
  house.admin.call('POST /assets', { organisationId, name, kind: 'switch' })
const told = (name: string, more: Partial<SeenInterface> = {}): SeenInterface => ({
  name,
  ifIndex: 1,
  description: name,
  alias: '',
  kind: 'ethernet',
  mac: null,
  speedBps: 1e9,
  mtu: 1_500,
  isEnabled: true,
  ...more,
})
const discover = (list: SeenInterface[]) =>
  systemWrite(house.ground, { operation: 'interfaces.discover', actor: 'discovery' }, (tx, by) =>
    recordInterfaces(tx, by, { id: assetId, organisationId: house.organisationId }, list),
  )

test('an address is read, renumbered, named, put into a plan, and tells its history', async () => {
  const { admin } = house
  const { id } = await admin.call('POST /addresses', { assetId, address: '127.61.0.1', name: 'admin' })
  const { ids } = await discover([told('Vlan10')])
  const interfaceId = ids.get('Vlan10')!
  await admin.call('PATCH /addresses/:id', { id, address: '127.61.0.2', interfaceId }, { ifMatch: 1 })
  await admin.call('PATCH /addresses/:id', { id, domain: 'atelier', name: '' }, { ifMatch: 2 })
  expect(await admin.call('GET /addresses/:id', { id })).toMatchObject({
    address: '127.61.0.2',
    interfaceName: 'Vlan10',
    domain: 'atelier',
    name: '',
    isPrimary: true,
  })
  const { items } = await admin.call('GET /addresses/:id/history', { id })
  expect(items.map(({ operation }) => operation)).toEqual([
    'addresses.update',
    'addresses.update',
    'addresses.create',
  ])
  expect(items[1]!.changes).toMatchObject({ address: ['127.61.0.1', '127.61.0.2'] })
})

test('the same address may stand in two plans, and an asset keeps one primary address', async () => {
  const { admin } = house
  const { id: other } = await asset('sw-autre-plan')
  const one = await admin.call('POST /addresses', { assetId: other, address: '127.61.1.1' })
  const second = await admin.call('POST /addresses', { assetId: other, address: '127.61.1.1', domain: 'b' })
  const merged = await admin.send('PATCH /addresses/:id', { id: second.id, domain: '' }, { ifMatch: 1 })
  expect(merged).toMatchObject({ status: 422, body: { errors: [{ field: 'address' }] } })
  const none = await admin.send('PATCH /addresses/:id', { id: one.id, isPrimary: false }, { ifMatch: 1 })
  expect(none).toMatchObject({ status: 422, body: { errors: [{ field: 'isPrimary' }] } })
  await admin.call('PATCH /addresses/:id', { id: second.id, isPrimary: true }, { ifMatch: 1 })
  expect((await admin.call('GET /addresses/:id', { id: one.id })).isPrimary).toBe(false)
  const answer = await admin.call('POST /addresses/bulk', { ids: [one.id], change: { domain: 'c' } })
  expect(answer.done).toBe(1)
})

describe('interfaces', () => {
  test('what a person wrote stays when the device tells otherwise; emptied, it is the device’s again', async () => {
    const { admin } = house
    const { ids } = await discover([told('Gi1/0/1')])
    const id = ids.get('Gi1/0/1')!
    await admin.call('PATCH /interfaces/:id', { id, alias: 'vers le cœur', vlan: 12 }, { ifMatch: '*' })
    await discover([told('Gi1/0/1', { alias: 'uplink', description: 'Port 1' })])
    expect(await admin.call('GET /interfaces/:id', { id })).toMatchObject({
      alias: 'vers le cœur',
      vlan: 12,
      description: 'Port 1',
    })
    await admin.call('PATCH /interfaces/:id', { id, alias: '' }, { ifMatch: '*' })
    await discover([told('Gi1/0/1', { alias: 'uplink' })])
    expect((await admin.call('GET /interfaces/:id', { id })).alias).toBe('uplink')
    const named = await admin.send('PATCH /interfaces/:id', { id, name: 'port 1' }, { ifMatch: '*' })
    expect(named).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } })
    expect(await admin.send('DELETE /interfaces/:id', { id })).toMatchObject({ status: 409 })
    const { items } = await admin.call('GET /interfaces/:id/history', { id })
    expect(items.at(-1)).toMatchObject({ operation: 'interfaces.discover', actor: { kind: 'system' } })
  })

  test('one that no device tells of is written by hand, stays, and is removed', async () => {
    const { admin } = house
    const made = await admin.call('POST /interfaces', { assetId, name: 'Port 9', mac: '00-1A-2B-3C-4D-5E' })
    expect(made).toMatchObject({ source: 'typed', mac: '00:1a:2b:3c:4d:5e', kind: 'other' })
    const again = await admin.send('POST /interfaces', { assetId, name: 'Port 9' })
    expect(again).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } })
    await discover([told('Gi1/0/1')])
    expect((await admin.call('GET /interfaces/:id', { id: made.id })).goneAt).toBeNull()
    await admin.call('POST /interfaces/bulk', { ids: [made.id], change: { vlan: 30 } })
    expect((await admin.call('GET /interfaces/:id', { id: made.id })).vlan).toBe(30)
    await admin.call('DELETE /interfaces/:id', { id: made.id })
    expect((await admin.send('GET /interfaces/:id', { id: made.id })).status).toBe(404)
  })
})

test('a link is read, given another end, kind, circuit and notes, and tells its history', async () => {
  const { admin, organisationId } = house
  const [far, other] = [await asset('sw-bout'), await asset('sw-autre-bout')]
  const circuit = await admin.call('POST /circuits', { organisationId, name: 'Fibre noire' })
  const { id } = await admin.call('POST /links', { ends: [{ assetId }, { assetId: far.id }] })
  const change = { kind: 'radio', circuitId: circuit.id, notes: 'mât nord' } as const
  await admin.call('PATCH /links/:id', { id, ...change }, { ifMatch: 1 })
  await admin.call('PATCH /links/:id', { id, ends: [{ assetId: other.id }, { assetId }] }, { ifMatch: 2 })
  const link = await admin.call('GET /links/:id', { id })
  expect(link).toMatchObject({ ...change, circuitName: 'Fibre noire' })
  expect(link.ends.map((end) => end.assetName).toSorted()).toEqual(['sw-autre-bout', 'sw-noms'])
  const loop = await admin.send('PATCH /links/:id', { id, ends: [{ assetId }, { assetId }] }, { ifMatch: 3 })
  expect(loop).toMatchObject({ status: 422, body: { errors: [{ field: 'ends.1' }] } })
  expect((await admin.call('GET /links/:id/history', { id })).items).toHaveLength(3)
  await admin.call('POST /links/bulk', { ids: [id], change: { kind: 'cable' } })
  expect((await admin.call('GET /links/:id', { id })).kind).toBe('cable')
})

test('of many links that are changed each as it can, one that the database itself refuses is answered for', async () => {
  const { admin } = house
  const far = await asset('sw-ailleurs')
  const other = await admin.call('POST /organisations', { name: 'Autre part' })
  const theirs = await admin.call('POST /circuits', { organisationId: other.id, name: 'Le leur' })
  const link = await admin.call('POST /links', { ends: [{ assetId }, { assetId: far.id }] })
  const change = { circuitId: theirs.id }
  const each = await admin.call('POST /links/bulk', { ids: [link.id], change, mode: 'each' })
  expect(each).toEqual({ done: 0, rows: [{ id: link.id, done: false, code: 'invalid-input' }] })
  expect(await admin.call('GET /links/:id', { id: link.id })).toMatchObject({ circuitId: null, version: 1 })
})

test('many circuits are given one operator’s support at once', async () => {
  const { admin, organisationId } = house
  const make = (name: string) => admin.call('POST /circuits', { organisationId, name })
  const ids = [(await make('Un')).id, (await make('Deux')).id]
  const change = { operator: 'Régie', supportPhone: '0800 00 00 00', targetToRestoreMinutes: 240 }
  expect((await admin.call('POST /circuits/bulk', { ids, change })).done).toBe(2)
  expect((await admin.call('GET /circuits', { operator: ['Régie'] } as never)).total).toBe(2)
})

describe('bad input', () => {
  test.each([
    ['fe80::1%eth0', 'Write the address without its zone'],
    ['0.0.0.0', 'belongs to no machine'],
    ['::', 'belongs to no machine'],
    ['255.255.255.255', 'broadcast'],
    ['224.0.0.5', 'multicast'],
    ['ff02::1', 'multicast'],
    ['127.61.2.300', 'IPv4 or IPv6'],
  ])('no asset has the address %s', async (address, sentence) => {
    const refused = await house.admin.send('POST /addresses', { assetId, address })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([
      { field: 'address', message: expect.stringContaining(sentence) },
    ])
  })

  test('one address has one spelling', async () => {
    const { admin } = house
    await admin.call('POST /addresses', { assetId, address: '127.61.3.1' })
    const again = await admin.send('POST /addresses', { assetId, address: '::ffff:127.61.3.1' })
    expect(again).toMatchObject({ status: 422, body: { errors: [{ field: 'address' }] } })
    const six = await admin.call('POST /addresses', { assetId, address: 'FD00:0:0::0A' })
    expect(six.address).toBe('fd00::a')
  })

  test('what belongs to another organisation is said at the field that names it', async () => {
    const { admin, organisationId } = house
    const { id: elsewhere } = await admin.call('POST /organisations', { name: 'Ailleurs' })
    const site = await admin.call('POST /sites', { organisationId: elsewhere, name: 'Vannes' })
    const circuit = await admin.call('POST /circuits', { organisationId: elsewhere, name: 'Leur lien' })
    const device = await asset('rt-ailleurs', elsewhere)
    const wrong = async (field: string, value: string) => {
      const body = { organisationId, name: `par ${field}`, [field]: value }
      return (await admin.send('POST /circuits', body as never)) as { status: number; body: unknown }
    }
    const message = 'This does not exist, or belongs to another organisation.'
    for (const [field, value] of [
      ['siteId', site.id],
      ['farSiteId', site.id],
      ['assetId', device.id],
    ] as const)
      expect(await wrong(field, value)).toMatchObject({ status: 422, body: { errors: [{ field, message }] } })
    const far = await asset('sw-lien')
    const ends: [{ assetId: string }, { assetId: string }] = [{ assetId }, { assetId: far.id }]
    const link = await admin.send('POST /links', { ends, circuitId: circuit.id })
    expect(link).toMatchObject({ status: 422, body: { errors: [{ field: 'circuitId', message }] } })
  })
})
