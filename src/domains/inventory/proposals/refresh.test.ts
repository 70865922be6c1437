import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { snmpdMissing, startSnmpd, type Override, type Snmpd } from '#test/daemons/snmpd'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'

const port = 31_261
const address = '127.31.9.1'
const text = (oid: string, value: string): Override => ({ oid, type: 'octet', value })
const number = (oid: string, value: number): Override => ({ oid, type: 'integer', value })

/** One row of ifTable and of ifXTable. */
function portRows(index: number, values: { alias: string; mbps: number; mac: number }): Override[] {
  return [
    text(`1.3.6.1.2.1.2.2.1.2.${index}`, `GigabitEthernet1/0/${index}`),
    number(`1.3.6.1.2.1.2.2.1.3.${index}`, 6),
    {
      oid: `1.3.6.1.2.1.2.2.1.6.${index}`,
      type: 'octet',
      value: Uint8Array.from([0, 26, 43, 9, 1, values.mac]),
    },
    number(`1.3.6.1.2.1.2.2.1.7.${index}`, 1),
    text(`1.3.6.1.2.1.31.1.1.1.1.${index}`, `Gi1/0/${index}`),
    { oid: `1.3.6.1.2.1.31.1.1.1.15.${index}`, type: 'gauge', value: values.mbps },
    text(`1.3.6.1.2.1.31.1.1.1.18.${index}`, values.alias),
  ]
}
const ownAddress = (ip: string, index: number) => number(`1.3.6.1.2.1.4.20.1.2.${ip}`, index)
const chassis = (firmware: string) => [
  number('1.3.6.1.2.1.47.1.1.1.1.5.1', 3),
  text('1.3.6.1.2.1.47.1.1.1.1.10.1', firmware),
  text('1.3.6.1.2.1.47.1.1.1.1.11.1', 'FOC9999Z9ZZ'),
  text('1.3.6.1.2.1.47.1.1.1.1.13.1', 'WS-C2960X-24TS-L'),
]

let house: TestHouse
let ear: Ear
let device: Snmpd
let assetId: string

async function discover() {
  const { id } = await house.admin.call('POST /discoveries', {
    organisationId: house.organisationId,
    prefix: address,
  })
  await ear.until(({ payload }) => payload.id === id && payload.state === 'done')
  return house.admin.call('GET /discoveries/:id', { id })
}
const seen = async () => ({
  asset: await house.admin.call('GET /assets/:id', { id: assetId }),
  interfaces: (await house.admin.call('GET /interfaces', { assetId } as never)).items,
  addresses: (await house.admin.call('GET /addresses', { assetId, sort: 'address' } as never)).items,
  history: (await house.admin.call('GET /assets/:id/history', { id: assetId })).items,
})
const readAt = async () => {
  const { items } = await house.admin.call('GET /assets/:id/facts', { id: assetId })
  return new Map(items.filter((one) => one.source === 'discovered').map((one) => [one.field, one.readAt]))
}

describe.skipIf(snmpdMissing())('a known device that is found again', () => {
  beforeAll(async () => {
    house = await startTestHouse()
    ear = await hear(house.admin)
    const { admin, organisationId } = house
    await admin.call('POST /credentials', {
      organisationId,
      name: 'Lecture',
      settings: { version: '2c', port },
      secret: { community: 'lecture' },
    })
    device = await startSnmpd({
      address,
      port,
      community: 'lecture',
      sysName: 'sw-quimper',
      sysObjectID: '.1.3.6.1.4.1.9.1.1208',
      overrides: [
        ...chassis('15.2(4)E7'),
        ...portRows(1, { alias: '', mbps: 1_000, mac: 1 }),
        ...portRows(2, { alias: 'serveur', mbps: 1_000, mac: 2 }),
        ownAddress('10.31.9.1', 1),
      ],
    })
    const { id: discoveryId } = await discover()
    assetId = (await admin.call('POST /proposals/accept', { discoveryId })).assetIds[0]!
  })
  afterAll(async () => {
    ear?.close()
    await device?.stop()
    await house?.stop()
  })

  test('has its interfaces, further addresses, MACs and reading times without a question', async () => {
    const before = await readAt()
    await device.setValues([
      ...portRows(1, { alias: 'vers le cœur', mbps: 10_000, mac: 1 }),
      ...portRows(3, { alias: 'nouveau', mbps: 1_000, mac: 3 }),
      ownAddress('10.31.9.2', 3),
    ])
    const heardBefore = ear.heard.length
    expect((await discover()).report).toEqual({ new: 0, changed: 0, known: 1, skipped: [] })
    const { asset, interfaces, addresses, history } = await seen()
    expect(interfaces.map(({ name, alias, speedBps }) => [name, alias, speedBps])).toEqual([
      ['Gi1/0/1', 'vers le cœur', 10_000_000_000],
      ['Gi1/0/2', 'serveur', 1_000_000_000],
      ['Gi1/0/3', 'nouveau', 1_000_000_000],
    ])
    expect(addresses.map((one) => [one.address, one.isPrimary, one.interfaceId])).toEqual([
      ['10.31.9.1', false, interfaces[0]!.id],
      ['10.31.9.2', false, interfaces[2]!.id],
      [address, true, null],
    ])
    expect(asset.macs).toEqual(['00:1a:2b:09:01:01', '00:1a:2b:09:01:02', '00:1a:2b:09:01:03'])
    expect(history[0]).toMatchObject({
      operation: 'inventory.refresh',
      actor: { kind: 'system', name: 'discovery' },
    })
    const heard = ear.heard.slice(heardBefore).filter(({ payload }) => payload.assetId === assetId)
    expect(heard.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['interface.changed', 'interface.created', 'address.created']),
    )
    const after = await readAt()
    for (const [field, at] of before)
      expect(Date.parse(after.get(field)!), field).toBeGreaterThan(Date.parse(at))
  })

  test('changes nothing where nothing is new', async () => {
    const before = await seen()
    const heardBefore = ear.heard.length
    expect((await discover()).report).toEqual({ new: 0, changed: 0, known: 1, skipped: [] })
    expect(await seen()).toEqual(before)
    const heard = new Set(ear.heard.slice(heardBefore).map(({ type }) => type))
    expect([...heard].toSorted()).toEqual(['discovery.progressed', 'proposals.changed'])
  })

  test('what a person typed stays; what differs otherwise is proposed, and a port that is gone is marked', async () => {
    const { version } = (await seen()).asset
    await house.admin.call(
      'PATCH /assets/:id',
      { id: assetId, macs: ['02:00:00:00:00:01'], description: 'Baie 2' },
      { ifMatch: version },
    )
    await device.stop()
    device = await startSnmpd({
      address,
      port,
      community: 'lecture',
      sysName: 'sw-quimper',
      sysDescr: 'Cisco IOS Software, C2960X Software',
      sysObjectID: '.1.3.6.1.4.1.9.1.1208',
      overrides: [...chassis('15.2(7)E9'), ...portRows(1, { alias: 'vers le cœur', mbps: 10_000, mac: 7 })],
    })
    expect((await discover()).report).toEqual({ new: 0, changed: 1, known: 0, skipped: [] })
    const { asset, interfaces } = await seen()
    expect(asset).toMatchObject({
      macs: ['02:00:00:00:00:01'],
      description: 'Baie 2',
      firmware: '15.2(4)E7',
    })
    expect(interfaces.map(({ name, mac }) => [name, mac])).toEqual([['Gi1/0/1', '00:1a:2b:09:01:07']])
    const { items } = await house.admin.call('GET /proposals', { state: ['open'] } as never)
    expect(items).toMatchObject([{ assetId, kind: 'changed', facts: { firmware: '15.2(7)E9' } }])
    await house.admin.call('POST /proposals/accept', { ids: [items[0]!.id] })
    expect((await seen()).asset).toMatchObject({ firmware: '15.2(7)E9', description: 'Baie 2' })
  })
})
