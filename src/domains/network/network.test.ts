import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemWrite } from '#kernel/operations'
import { recordInterfaces, type SeenInterface } from '#network'
import { member } from '#test/member'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house?.stop())

const asset = (name: string) =>
  house.admin.call('POST /assets', { organisationId: house.organisationId, name, kind: 'switch' })
const seen = (name: string, ifIndex: number, more: Partial<SeenInterface> = {}): SeenInterface => ({
  name,
  ifIndex,
  description: name,
  alias: '',
  kind: 'ethernet',
  mac: null,
  speedBps: 1e9,
  mtu: 1_500,
  isEnabled: true,
  ...more,
})

const discover = (of: { id: string; organisationId: string }, list: SeenInterface[], part = {}) =>
  systemWrite(house.ground, { operation: 'interfaces.discover', actor: 'discovery' }, (tx, by) =>
    recordInterfaces(tx, by, of, list, part),
  )

test('the first address of an asset is where it is spoken to; another may take its place', async () => {
  const { admin } = house
  const { id: assetId } = await asset('sw-adresses')
  const first = await admin.call('POST /addresses', { assetId, address: '10.9.0.1' })
  const second = await admin.call('POST /addresses', { assetId, address: '10.9.0.2' })
  expect([first.isPrimary, second.isPrimary]).toEqual([true, false])
  await admin.call('POST /addresses/:id/primary', { id: second.id })
  const { items } = await admin.call('GET /addresses', { assetId })
  expect(items.map(({ address, isPrimary }) => [address, isPrimary])).toEqual([
    ['10.9.0.1', false],
    ['10.9.0.2', true],
  ])
  await admin.call('DELETE /addresses/:id', { id: second.id })
  expect((await admin.call('GET /addresses', { assetId })).items).toMatchObject([
    { address: '10.9.0.1', isPrimary: true },
  ])
})

test('the list of assets is sorted by address, for those who may read addresses', async () => {
  const { admin } = house
  for (const [name, address] of [
    ['tri-2', '10.9.10.2'],
    ['tri-1', '10.9.9.1'],
  ] as const)
    await admin.call('POST /addresses', { assetId: (await asset(name)).id, address })
  await asset('tri-3')
  const named = async (sort: string) =>
    (await admin.call('GET /assets', { q: 'tri', sort })).items.map(({ name }) => name)
  expect(await named('address')).toEqual(['tri-1', 'tri-2', 'tri-3'])
  expect(await named('-address')).toEqual(['tri-3', 'tri-2', 'tri-1'])
  const first = await admin.call('GET /assets', { q: 'tri', sort: 'address', limit: 1 })
  const next = await admin.call('GET /assets', { q: 'tri', sort: 'address', cursor: first.nextCursor! })
  expect(next.items.map(({ name }) => name)).toEqual(['tri-2', 'tri-3'])
  const { id } = await admin.call('POST /roles', { name: 'Inventaire', rights: ['asset.read'] })
  const counter = await member(house, id)
  expect((await counter.call('GET /assets', { q: 'tri' })).total).toBe(3)
  expect((await counter.send('GET /assets', { sort: 'address' })).status).toBe(403)
})

test('one address belongs to one asset of an organisation', async () => {
  const { admin } = house
  const [one, other] = [await asset('sw-un'), await asset('sw-deux')]
  await admin.call('POST /addresses', { assetId: one.id, address: '10.9.1.1' })
  const refused = await admin.send('POST /addresses', { assetId: other.id, address: '10.9.1.1' })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'address' }] } })
  const wrong = await admin.send('POST /addresses', { assetId: one.id, address: '10.9.1.300' })
  expect(wrong.body.errors).toMatchObject([{ field: 'address', message: 'Write an IPv4 or IPv6 address.' }])
})

test('interfaces keep their identity when the device numbers them anew', async () => {
  const { id, organisationId } = await asset('sw-interfaces')
  const record = (list: SeenInterface[], part = {}) => discover({ id, organisationId }, list, part)
  const before = await record([seen('Gi1/0/1', 1), seen('Gi1/0/2', 2), seen('Vlan1', 3)])
  const after = await record([seen('Gi1/0/1', 11), seen('Gi1/0/2', 12)])
  expect(after.ids.get('Gi1/0/1')).toBe(before.ids.get('Gi1/0/1'))
  const { items } = await house.admin.call('GET /interfaces', { assetId: id })
  expect(items.map(({ name, ifIndex }) => [name, ifIndex])).toEqual([
    ['Gi1/0/1', 11],
    ['Gi1/0/2', 12],
  ])
  const found = await house.admin.call('GET /search', { q: 'gi1/0/2' })
  expect(found.items.map(({ type, name, detail }) => [type, name, detail])).toEqual([
    ['interface', 'Gi1/0/2', 'sw-interfaces'],
  ])
  expect((await house.admin.call('GET /interfaces', { assetId: id, withGone: 'true' } as never)).total).toBe(
    3,
  )
  expect((await record([seen('Gi1/0/1', 11), seen('Gi1/0/2', 12)])).changed).toBe(0)
  expect((await record([seen('Gi1/0/1', 11)], { isPart: true })).changed).toBe(0)
})

test('a link is one row whoever named its ends first', async () => {
  const { admin } = house
  const [one, other] = [await asset('sw-a'), await asset('sw-b')]
  const link = await admin.call('POST /links', { ends: [{ assetId: one.id }, { assetId: other.id }] })
  const again = await admin.send('POST /links', { ends: [{ assetId: other.id }, { assetId: one.id }] })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  expect((await admin.call('GET /links', { assetId: other.id })).items).toMatchObject([{ id: link.id }])
  expect((await admin.send('POST /links', { ends: [{ assetId: one.id }, { assetId: one.id }] })).status).toBe(
    422,
  )
})

test('a circuit holds what one needs on the phone, with its history', async () => {
  const { admin, organisationId } = house
  const created = await admin.call('POST /circuits', {
    organisationId,
    name: 'Brest principal',
    operator: 'Orange',
    lineIdentifier: 'FTTO-29-00017',
    technology: 'fibre',
    targetToRestoreMinutes: 240,
  })
  await admin.call('PATCH /circuits/:id', { id: created.id, supportPhone: '0800 000 000' }, { ifMatch: 1 })
  expect(await admin.call('GET /circuits/:id', { id: created.id })).toMatchObject({
    supportPhone: '0800 000 000',
    version: 2,
  })
  const history = await admin.call('GET /circuits/:id/history', { id: created.id })
  expect(history.items[0]).toMatchObject({
    operation: 'circuits.update',
    changes: { support_phone: ['', '0800 000 000'] },
  })
})

test('circuits and addresses are found by what people know of them', async () => {
  const { admin, organisationId } = house
  const { id: assetId } = await asset('sw-cherche')
  await admin.call('POST /addresses', { assetId, address: '127.52.77.1' })
  const circuit = await admin.call('POST /circuits', {
    organisationId,
    name: 'Quimper secours',
    operator: 'Régie télécom',
    lineIdentifier: 'LS-4711',
  })
  const find = async (q: string) => (await admin.call('GET /search', { q })).items
  expect(await find('127.52.77.')).toMatchObject([
    { type: 'address', name: '127.52.77.1', detail: 'sw-cherche' },
  ])
  expect(await find('ls-4711')).toMatchObject([{ type: 'circuit', id: circuit.id }])
  expect(await find('regie')).toMatchObject([{ type: 'circuit', href: `/circuits/${circuit.id}` }])
  expect((await admin.call('GET /circuits/operators', { q: 'regie' })).items).toEqual([
    { value: 'Régie télécom', count: 1 },
  ])
})

test('a circuit belongs to the sites at its ends and to those above, and ends on an interface of its equipment', async () => {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Finistère', kind: 'territory' })
  const below = await admin.call('POST /sites', { organisationId, name: 'Morlaix', parentId: site.id })
  const [one, other] = [await asset('rt-morlaix'), await asset('rt-ailleurs')]
  const ids = await discover(other, [seen('Gi0/0', 1)])
  const circuit = await admin.call('POST /circuits', {
    organisationId,
    name: 'Morlaix fibre',
    farSiteId: below.id,
    assetId: one.id,
  })
  expect((await admin.call('GET /circuits', { under: site.id })).items).toMatchObject([{ id: circuit.id }])
  const body = { id: circuit.id, interfaceId: ids.ids.get('Gi0/0')! }
  const refused = await admin.send('PATCH /circuits/:id', body, { ifMatch: 1 })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'interfaceId' }] } })
})
