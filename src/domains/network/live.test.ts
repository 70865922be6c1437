import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordInterfaces } from '#network'
import { systemWrite } from '#kernel/operations'
import { hear, type Ear, type Heard } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

/** A person whose rights cover one site hears live of what hangs off its assets, and of nothing elsewhere. */
let house: TestHouse
let ear: Ear
let here: { id: string }
let elsewhere: { id: string }

beforeAll(async () => {
  house = await startTestHouse()
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Brest' })
  const other = await admin.call('POST /sites', { organisationId, name: 'Quimper' })
  const asset = (name: string, siteId: string) => admin.call('POST /assets', { organisationId, siteId, name })
  here = await asset('sw-ici', site.id)
  elsewhere = await asset('sw-ailleurs', other.id)
  ear = await hear(await member(house, 'reader', { organisationId, placeId: site.id }))
})
afterAll(async () => {
  ear?.close()
  await house?.stop()
})

const says = (type: string, id: string) => (event: Heard) =>
  event.type === type && (event.payload.id === id || event.payload.assetId === id)

test('addresses: given, made primary, taken away; the first and any other', async () => {
  const { admin } = house
  await admin.call('POST /addresses', { assetId: elsewhere.id, address: '127.60.0.9' })
  const first = await admin.call('POST /addresses', { assetId: here.id, address: '127.60.0.1' })
  const second = await admin.call('POST /addresses', { assetId: here.id, address: '127.60.0.2' })
  await ear.until(says('address.created', first.id))
  await ear.until(says('primary-address.changed', here.id))
  await ear.until(says('address.created', second.id))
  await admin.call('POST /addresses/:id/primary', { id: second.id })
  await ear.until(says('address.changed', first.id))
  await ear.until(says('address.changed', second.id))
  await admin.call('DELETE /addresses/:id', { id: first.id })
  await ear.until(says('address.deleted', first.id))
  expect(ear.heard.filter(({ payload }) => payload.assetId === elsewhere.id)).toEqual([])
  const primary = ear.heard.filter(({ type }) => type === 'primary-address.changed')
  expect(primary.map(({ payload }) => payload.address)).toEqual(['127.60.0.1', '127.60.0.2'])
})

test('interfaces: found, changed, gone', async () => {
  const { organisationId } = house
  const port = { ifIndex: 1, description: '', alias: '', kind: 'ethernet', mac: null } as const
  const seen = { ...port, name: 'Gi1/0/1', speedBps: 1e9, mtu: 1_500, isEnabled: true }
  const record = (list: (typeof seen)[]) =>
    systemWrite(house.ground, { operation: 'interfaces.discover', actor: 'discovery' }, (tx, by) =>
      recordInterfaces(tx, by, { id: here.id, organisationId }, list),
    )
  const { ids } = await record([seen])
  const id = ids.get('Gi1/0/1')!
  await ear.until(says('interface.created', id))
  await record([{ ...seen, isEnabled: false }])
  expect((await ear.until(says('interface.changed', id))).payload).toMatchObject({ changed: ['is_enabled'] })
  await record([])
  await ear.until(({ type, payload }) => type === 'interface.changed' && `${payload.changed}` === 'gone_at')
})

test('links: made and removed', async () => {
  const { admin } = house
  const far = await admin.call('POST /assets', { ...(await placeOf(here.id)), name: 'sw-far' })
  const link = await admin.call('POST /links', { ends: [{ assetId: here.id }, { assetId: far.id }] })
  // Who hears it for one site is not told what lies at the far end.
  expect((await ear.until(says('link.created', link.id))).payload).not.toHaveProperty('farAssetId')
  await admin.call('DELETE /links/:id', { id: link.id })
  await ear.until(says('link.deleted', link.id))
})

test('an asset tells of what hangs off it in its own history', async () => {
  const { items } = await house.admin.call('GET /assets/:id/history', { id: here.id })
  expect(items.map(({ operation, subject }) => `${operation} ${subject.name}`).toSorted()).toEqual([
    'addresses.create 127.60.0.1',
    'addresses.create 127.60.0.2',
    'addresses.delete 127.60.0.1',
    'addresses.set-primary 127.60.0.1',
    'addresses.set-primary 127.60.0.2',
    'assets.create sw-ici',
    // It changed and went; that it began stands in its own history: a switch has fifty.
    'interfaces.discover Gi1/0/1',
    'interfaces.discover Gi1/0/1',
    'links.create sw-ici – sw-far',
    'links.delete sw-ici – sw-far',
  ])
})

async function placeOf(id: string) {
  const { organisationId, siteId } = await house.admin.call('GET /assets/:id', { id })
  return { organisationId, siteId }
}

test('an asset that leaves the site is said where it was', async () => {
  const { admin } = house
  const { siteId } = await admin.call('GET /assets/:id', { id: elsewhere.id })
  const brest = await placeOf(here.id)
  for (const move of [
    (id: string) => admin.call('PATCH /assets/:id', { id, siteId }, { ifMatch: '*' }),
    (id: string) => admin.call('POST /assets/bulk', { ids: [id], change: { siteId } }),
  ]) {
    const { id } = await admin.call('POST /assets', { ...brest, name: 'sw-leaves' })
    await ear.until(says('asset.created', id))
    await move(id)
    expect((await ear.until(says('asset.changed', id))).payload).toMatchObject({ changed: ['site_id'] })
  }
})
