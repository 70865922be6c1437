import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeAsset, createAsset, findAssets, observeAsset } from '#estate'
import { systemWrite, type Writer } from '#kernel/operations'
import type { AnyTx } from '#kernel/database'
import { startTestHouse, type TestHouse } from '#test/house'
import { personWith } from '#test/people'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

describe('assets', () => {
  test('an asset is created, read, listed, changed and removed', async () => {
    const { admin, organisationId } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'CIS Quimper' })
    const created = await admin.call('POST /assets', {
      organisationId,
      siteId: site.id,
      kind: 'switch',
      name: 'sw-quimper-1',
      vendor: 'Cisco',
      serial: 'FOC1234',
      macs: ['00-1A-2B-3C-4D-5E', '001a.2b3c.4d5e'],
      tags: ['coeur', 'coeur'],
    })
    expect(created).toMatchObject({
      siteName: 'CIS Quimper',
      macs: ['00:1a:2b:3c:4d:5e'],
      tags: ['coeur'],
      environment: 'production',
      lifeCycle: 'in-service',
      version: 1,
    })
    const found = await admin.call('GET /assets', { q: '1A-2B-3c', under: site.id, tag: 'coeur' })
    expect(found).toMatchObject({ total: 1, items: [{ id: created.id }] })
    const changed = await admin.call(
      'PATCH /assets/:id',
      { id: created.id, lifeCycle: 'retired' },
      { ifMatch: 1 },
    )
    expect(changed).toMatchObject({ lifeCycle: 'retired', name: 'sw-quimper-1', version: 2 })
    expect((await admin.send('DELETE /sites/:id', { id: site.id })).status).toBe(409)
    expect((await admin.send('DELETE /assets/:id', { id: created.id })).status).toBe(204)
    expect((await admin.send('GET /assets/:id', { id: created.id })).status).toBe(404)
  })

  test('two people editing one asset do not overwrite each other, and the second is told what there is', async () => {
    const { admin, organisationId } = house
    const engineer = await personWith(house, 'engineer', 'SDIS 99')
    const { id } = await admin.call('POST /assets', { organisationId, name: 'sw-two', kind: 'switch' })
    await admin.call('PATCH /assets/:id', { id, serial: 'FIRST' }, { ifMatch: 1 })
    const second = await engineer.send('PATCH /assets/:id', { id, serial: 'SECOND' }, { ifMatch: 1 })
    expect(second).toMatchObject({ status: 412, body: { code: 'changed-meanwhile', version: 2 } })
    expect(await engineer.call('GET /assets/:id', { id })).toMatchObject({ serial: 'FIRST', version: 2 })
    await engineer.call('PATCH /assets/:id', { id, serial: 'SECOND' }, { ifMatch: 2 })
    const removed = await admin.send('DELETE /assets/:id', { id }, { ifMatch: 2 })
    expect(removed).toMatchObject({ status: 412, body: { code: 'changed-meanwhile', version: 3 } })
  })

  test('of two edits at the same moment one wins', async () => {
    const { admin, organisationId } = house
    const { id } = await admin.call('POST /assets', { organisationId, name: 'sw-race', kind: 'switch' })
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((serial) => admin.send('PATCH /assets/:id', { id, serial }, { ifMatch: 1 })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
    const won = answers.find(({ status }) => status === 200)!
    expect(await admin.call('GET /assets/:id', { id })).toMatchObject({ serial: won.body.serial, version: 2 })
  })

  test('a MAC that is none, and a site of nobody, are refused by field', async () => {
    const { admin, organisationId } = house
    const mac = await admin.send('POST /assets', { organisationId, name: 'x', macs: ['00:11'] })
    expect(mac).toMatchObject({ status: 422, body: { errors: [{ field: 'macs.0' }] } })
    expect(mac.body.errors![0]!.message).toContain('12 hexadecimal digits')
    const site = await admin.send('POST /assets', { organisationId, name: 'x', siteId: organisationId })
    expect(site).toMatchObject({ status: 422, body: { errors: [{ field: 'siteId', code: 'siteUnknown' }] } })
  })
})

describe('what devices say of themselves', () => {
  const asDiscovery = <R>(run: (tx: AnyTx, by: Writer) => Promise<R>) =>
    systemWrite(house.ground, { operation: 'inventory.refresh', actor: 'discovery' }, run)

  test('fills what nobody typed, never overwrites what a person did, and is journalled as the system', async () => {
    const { admin, organisationId } = house
    const asset = await asDiscovery((tx, by) =>
      createAsset(
        tx,
        by,
        { organisationId, name: 'rt-1', kind: 'router', firmware: '1.0', serial: 'ABC' },
        { protocol: 'snmp' },
      ),
    )
    await admin.call('PATCH /assets/:id', { id: asset.id, name: 'Routeur Nord' }, { ifMatch: 1 })
    const seen = await asDiscovery((tx, by) =>
      observeAsset(tx, by, asset.id, { name: 'rt-1', firmware: '1.1' }, { protocol: 'snmp' }),
    )
    expect(seen).toMatchObject({ name: 'Routeur Nord', firmware: '1.1', version: 3 })
    const again = await asDiscovery((tx, by) =>
      observeAsset(tx, by, asset.id, { name: 'rt-1', firmware: '1.1' }, { protocol: 'snmp' }),
    )
    expect(again.version).toBe(3)

    const { items } = await admin.call('GET /assets/:id/facts', { id: asset.id })
    const name = items.filter(({ field }) => field === 'name')
    expect(name).toMatchObject([
      { source: 'discovered', protocol: 'snmp', value: 'rt-1' },
      { source: 'typed', value: null },
    ])
  })

  test('a device is recognised by serial, MAC or name', async () => {
    const { organisationId } = house
    const { id } = await asDiscovery((tx, by) =>
      createAsset(tx, by, { organisationId, name: 'ap-7', serial: 'SN77', macs: ['02:00:00:00:00:07'] }),
    )
    for (const traces of [{ serials: ['sn77'] }, { macs: ['02:00:00:00:00:07'] }, { names: ['AP-7'] }]) {
      const found = await asDiscovery((tx) => findAssets(tx, organisationId, traces))
      expect(found.map((asset) => asset.id)).toEqual([id])
    }
    expect(await asDiscovery((tx) => findAssets(tx, organisationId, { serials: [''] }))).toEqual([])
    await asDiscovery((tx, by) => changeAsset(tx, by, id, { lifeCycle: 'retired' }))
  })
})
