import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import type { Discovery, Proposal } from '../contract.ts'
import type { z } from 'zod'

const port = 31_161
const entity = (column: number, value: string | number) => ({
  oid: `1.3.6.1.2.1.47.1.1.1.1.${column}.1`,
  type: typeof value === 'number' ? ('integer' as const) : ('octet' as const),
  value,
})
const interfaceRow = (index: number, name: string, mac: number[]) => [
  { oid: `1.3.6.1.2.1.2.2.1.2.${index}`, type: 'octet' as const, value: name },
  { oid: `1.3.6.1.2.1.2.2.1.3.${index}`, type: 'integer' as const, value: 6 },
  { oid: `1.3.6.1.2.1.2.2.1.5.${index}`, type: 'gauge' as const, value: 1_000_000_000 },
  { oid: `1.3.6.1.2.1.2.2.1.6.${index}`, type: 'octet' as const, value: Uint8Array.from(mac) },
  { oid: `1.3.6.1.2.1.2.2.1.7.${index}`, type: 'integer' as const, value: 1 },
]
const cisco = (name: string, serial: string, last: number) => ({
  port,
  sysName: name,
  sysDescr:
    'Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(4)E7, RELEASE SOFTWARE (fc2)',
  sysObjectID: '.1.3.6.1.4.1.9.1.1208',
  overrides: [
    entity(5, 3),
    entity(10, '15.2(4)E7'),
    entity(11, serial),
    entity(12, 'Cisco'),
    entity(13, 'WS-C2960X-24TS-L'),
    ...interfaceRow(1, 'GigabitEthernet1/0/1', [0, 0x1a, 0x2b, 1, 1, last]),
    ...interfaceRow(2, 'GigabitEthernet1/0/2', [0, 0x1a, 0x2b, 1, 2, last]),
  ],
})

let house: TestHouse
let ear: Ear
let siteId: string
let communityId: string
const devices: Snmpd[] = []

async function device(options: Parameters<typeof startSnmpd>[0]): Promise<Snmpd> {
  const started = await startSnmpd(options)
  devices.push(started)
  return started
}

/** Starts a discovery and waits until it has ended, however it ends. */
async function discover(
  prefix: string,
  more: Record<string, unknown> = {},
): Promise<z.infer<typeof Discovery>> {
  const { id } = await house.admin.call('POST /discoveries', {
    organisationId: house.organisationId,
    prefix,
    siteId,
    ...more,
  })
  await ended(id)
  return house.admin.call('GET /discoveries/:id', { id })
}

const ended = (id: string) =>
  ear.until(
    ({ type, payload }) =>
      type === 'discovery.progressed' &&
      payload.id === id &&
      ['done', 'failed', 'stopped'].includes(String(payload.state)),
  )

const proposals = async (filters: Record<string, unknown> = {}) =>
  (
    await house.admin.call('GET /proposals', {
      state: ['open'],
      sort: 'address',
      limit: 100,
      ...filters,
    } as never)
  ).items

describe.skipIf(snmpdMissing())('discovery', () => {
  beforeAll(async () => {
    house = await startTestHouse()
    ear = await hear(house.admin)
    const { admin, organisationId } = house
    siteId = (await admin.call('POST /sites', { organisationId, name: 'CIS Brest' })).id
    communityId = (
      await admin.call('POST /credentials', {
        organisationId,
        name: 'Lecture',
        settings: { version: '2c', port },
        secret: { community: 'lecture' },
      })
    ).id
    await admin.call('POST /credentials', {
      organisationId,
      name: 'Utilisateur v3',
      settings: {
        version: '3',
        port,
        user: 'vigie',
        level: 'authPriv',
        authProtocol: 'sha256',
        privProtocol: 'aes128',
      },
      secret: { authKey: 'une clé secrète'.normalize('NFC'), privKey: 'une autre clé' },
    })
    await Promise.all([
      device({ ...cisco('sw-brest-1', 'FOC1111A1AA', 1), address: '127.31.7.1', community: 'lecture' }),
      device({
        ...cisco('sw-brest-2', 'FOC2222B2BB', 2),
        address: '127.31.7.2',
        community: 'not the one',
        users: [
          {
            name: 'vigie',
            auth: 'SHA-256',
            authKey: 'une clé secrète',
            priv: 'AES',
            privKey: 'une autre clé',
          },
        ],
      }),
      device({
        address: '127.31.7.3',
        port,
        community: 'lecture',
        sysName: 'srv-oem',
        sysDescr: 'Linux srv-oem 6.1.0-18-amd64 #1 SMP x86_64',
        sysObjectID: '.1.3.6.1.4.1.8072.3.2.10',
        overrides: [entity(5, 3), entity(11, 'To be filled by O.E.M.'), entity(13, 'ProLiant DL360 Gen10')],
      }),
    ])
  })
  afterAll(async () => {
    ear?.close()
    await Promise.all(devices.map((one) => one.stop()))
    await house?.stop()
  })

  test('a prefix becomes proposals with facts and their sources, asked by whatever credential is taken', async () => {
    const done = await discover('127.31.7.0/29')
    expect(done).toMatchObject({ state: 'done', total: 6, asked: 6, answered: 6, identified: 3, error: null })
    expect(done.report).toEqual({ new: 6, changed: 0, known: 0, skipped: [] })
    const found = await proposals({ discoveryId: done.id })
    expect(found.map(({ address }) => address)).toEqual([1, 2, 3, 4, 5, 6].map((last) => `127.31.7.${last}`))
    expect(found[0]).toMatchObject({
      kind: 'new',
      siteId,
      facts: {
        kind: 'switch',
        name: 'sw-brest-1',
        vendor: 'Cisco',
        model: 'WS-C2960X-24TS-L',
        serial: 'FOC1111A1AA',
        firmware: '15.2(4)E7',
        macs: ['00:1a:2b:01:01:01', '00:1a:2b:01:02:01'],
      },
      interfaces: 2,
    })
    expect(found[0]!.sources).toMatchObject({
      serial: 'SNMP entPhysicalSerialNum',
      vendor: 'SNMP sysObjectID',
    })
    expect(found[1]).toMatchObject({ facts: { name: 'sw-brest-2', serial: 'FOC2222B2BB' } })
    expect(found[1]!.credentialId).not.toBe(found[0]!.credentialId)
    expect(found[2]).toMatchObject({ facts: { kind: 'server', name: 'srv-oem', os: 'Linux 6.1.0-18-amd64' } })
    expect(found[2]!.facts).not.toHaveProperty('serial')
    // These answer a ping and nothing else.
    expect(found[3]).toMatchObject({ facts: {}, credentialId: null, interfaces: 0 })
    expect(ear.heard.some(({ type }) => type === 'proposals.changed')).toBe(true)
  })

  test('one call takes them over: assets with interfaces, address and the credential they answered to', async () => {
    const wanted = (await proposals()).filter(({ credentialId }) => credentialId !== null)
    const taken = await house.admin.call('POST /proposals/accept', { ids: wanted.map(({ id }) => id) })
    expect(taken.done).toBe(3)
    const { items } = await house.admin.call('GET /assets', { sort: 'name' })
    expect(items.map(({ name, kind, siteId: at }) => [name, kind, at])).toEqual([
      ['srv-oem', 'server', siteId],
      ['sw-brest-1', 'switch', siteId],
      ['sw-brest-2', 'switch', siteId],
    ])
    const asset = items[1]!
    const { items: interfaces } = await house.admin.call('GET /interfaces', { assetId: asset.id } as never)
    expect(interfaces.map(({ name, speedBps }) => [name, speedBps])).toEqual([
      ['GigabitEthernet1/0/1', 1_000_000_000],
      ['GigabitEthernet1/0/2', 1_000_000_000],
    ])
    const { items: addresses } = await house.admin.call('GET /addresses', { assetId: asset.id } as never)
    expect(addresses).toMatchObject([{ address: '127.31.7.1', isPrimary: true }])
    const credentials = await house.admin.call('GET /credentials', {})
    expect(credentials.items.map(({ name, assets }) => [name, assets])).toEqual([
      ['Lecture', 2],
      ['Utilisateur v3', 1],
    ])
    const identified = await ear.until(
      ({ type, payload }) => type === 'asset.identified' && payload.assetId === asset.id,
    )
    expect(identified.payload).toEqual({ assetId: asset.id })
  })

  test('what was left out stays out, and running it again changes nothing', async () => {
    const silent = await proposals()
    await house.admin.call('POST /proposals/ignore', { ids: silent.slice(0, 2).map(({ id }) => id) })
    const before = await house.admin.call('GET /assets', { sort: 'name' })
    const again = await discover('127.31.7.0/29')
    expect(again.report).toEqual({ new: 1, changed: 0, known: 5, skipped: [] })
    expect((await proposals()).map(({ address }) => address)).toEqual(['127.31.7.6'])
    expect(await house.admin.call('GET /assets', { sort: 'name' })).toEqual(before)
  })

  test('a device that was renamed is proposed as changed, once', async () => {
    await devices.find(({ address }) => address === '127.31.7.1')!.stop()
    const renamed = cisco('sw-brest-accueil', 'FOC1111A1AA', 1)
    await device({ ...renamed, address: '127.31.7.1', community: 'lecture' })
    const done = await discover('127.31.7.1')
    expect(done.report).toEqual({ new: 0, changed: 1, known: 0, skipped: [] })
    const [proposal] = await proposals({ discoveryId: done.id })
    expect(proposal).toMatchObject({ kind: 'changed', facts: { name: 'sw-brest-accueil' } })
    await house.admin.call('POST /proposals/accept', { discoveryId: done.id })
    const { name } = await house.admin.call('GET /assets/:id', { id: proposal!.assetId! })
    expect(name).toBe('sw-brest-accueil')
    expect((await discover('127.31.7.1')).report).toEqual({ new: 0, changed: 0, known: 1, skipped: [] })
  })

  test('a name that a person typed is not proposed away', async () => {
    const { items } = await house.admin.call('GET /assets', { q: 'sw-brest-2' })
    const { id, version } = items[0]!
    await house.admin.call('PATCH /assets/:id', { id, name: 'Cœur de réseau' }, { ifMatch: version })
    expect((await discover('127.31.7.2')).report).toEqual({ new: 0, changed: 0, known: 1, skipped: [] })
    expect((await house.admin.call('GET /assets/:id', { id })).name).toBe('Cœur de réseau')
  })

  test('a renumbered device keeps its asset, and another with the same serial is another asset', async () => {
    const { items } = await house.admin.call('GET /assets', { q: 'FOC1111A1AA' })
    await devices.findLast(({ address }) => address === '127.31.7.1')!.stop()
    await device({
      ...cisco('sw-brest-accueil', 'FOC1111A1AA', 1),
      address: '127.31.7.17',
      community: 'lecture',
    })
    await device({ ...cisco('sw-clone', 'FOC1111A1AA', 9), address: '127.31.7.18', community: 'lecture' })
    const done = await discover('127.31.7.16/30')
    expect(done.report).toEqual({ new: 1, changed: 1, known: 0, skipped: [] })
    const found = await proposals({ discoveryId: done.id })
    expect(found.map(({ address, kind, assetId }) => [address, kind, assetId])).toEqual([
      ['127.31.7.17', 'changed', items[0]!.id],
      ['127.31.7.18', 'new', null],
    ])
    await house.admin.call('POST /proposals/accept', { discoveryId: done.id })
    const { items: addresses } = await house.admin.call('GET /addresses', { assetId: items[0]!.id } as never)
    expect(addresses.filter(({ isPrimary }) => isPrimary)).toMatchObject([{ address: '127.31.7.17' }])
    expect((await house.admin.call('GET /assets', { q: 'FOC1111A1AA' })).total).toBe(2)
    expect((await discover('127.31.7.16/30')).report).toEqual({ new: 0, changed: 0, known: 2, skipped: [] })
  })

  test('another device at a known address is a new asset, and the address moves to it where that is said', async () => {
    const { items } = await house.admin.call('GET /assets', { q: 'FOC2222B2BB' })
    await devices.find(({ address }) => address === '127.31.7.2')!.stop()
    await device({ ...cisco('sw-brest-3', 'FOC3333C3CC', 3), address: '127.31.7.2', community: 'lecture' })
    const done = await discover('127.31.7.2')
    expect(done.report).toEqual({ new: 1, changed: 0, known: 0, skipped: [] })
    const [{ id, holder }] = (await proposals({ discoveryId: done.id })) as [z.infer<typeof Proposal>]
    const { assetIds } = await house.admin.call('POST /proposals/accept', {
      discoveryId: done.id,
      choices: [{ id, choice: 'instead', assetId: holder!.assetId }],
    })
    expect(assetIds[0]).not.toBe(items[0]!.id)
    const held = await house.admin.call('GET /addresses', { q: '127.31.7.2', limit: 10 } as never)
    expect(held.items.find(({ address }) => address === '127.31.7.2')).toMatchObject({ assetId: assetIds[0] })
  })

  test('with credentials that no device takes, devices are found without SNMP', async () => {
    const wrong = await house.admin.call('POST /credentials', {
      organisationId: house.organisationId,
      name: 'Fausse',
      settings: { version: '2c', port },
      secret: { community: 'wrong' },
    })
    const done = await discover('127.31.7.3', { credentialIds: [wrong.id] })
    expect(done).toMatchObject({ state: 'done', answered: 1, identified: 0, report: { known: 1 } })
    const tried = await house.admin.call('POST /credentials/:id/try', { id: wrong.id, address: '127.31.7.3' })
    expect(tried).toMatchObject({ answers: false, reason: 'timeout' })
    const right = await house.admin.call('POST /credentials/:id/try', {
      id: communityId,
      address: '127.31.7.3',
    })
    expect(right).toMatchObject({ answers: true, reason: null, name: 'srv-oem' })
  })

  test('a large prefix asks first; a running discovery can be stopped', async () => {
    const ask = {
      organisationId: house.organisationId,
      prefix: '127.31.0.0/16',
      siteId,
      packetsPerSecond: 200,
    }
    const refused = await house.admin.send('POST /discoveries', ask)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'prefix' }] } })
    expect(refused.body.errors![0]!.message).toMatch(/65.?534/)
    const { id } = await house.admin.call('POST /discoveries', { ...ask, confirmed: true })
    await ear.until(({ payload }) => payload.id === id && Number(payload.answered) > 0)
    await house.admin.call('POST /discoveries/:id/stop', { id })
    await ended(id)
    const stopped = await house.admin.call('GET /discoveries/:id', { id })
    expect(stopped.state).toBe('stopped')
    expect(stopped.endedAt).not.toBeNull()
    expect(stopped.asked).toBeLessThan(stopped.total)
  })

  test('nonsense is refused with a sentence', async () => {
    for (const prefix of [
      '10.0.0.0/33',
      'nonsense',
      '224.0.0.0/24',
      '10.0.0.0/8',
      '10.0.0.0/-1',
      '::/64',
      '',
    ]) {
      const answer = await house.admin.send('POST /discoveries', {
        organisationId: house.organisationId,
        prefix,
      })
      expect(answer, prefix).toMatchObject({ status: 422, body: { errors: [{ field: 'prefix' }] } })
    }
  })
})
