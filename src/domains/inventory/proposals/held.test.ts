import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'

const port = 31_163
const at = (last: number) => `127.31.63.${last}`
const macOf = (last: number) => `00:1a:2b:3f:00:${last}`
/** A person typed it wrong, or the card was replaced. */
const typedMac = '02:00:00:00:00:01'

let house: TestHouse
let ear: Ear
const devices: Snmpd[] = []

/** An asset as a person typed it, at the address where a device with another MAC answers. */
async function typedAt(last: number, further: string[] = []): Promise<string> {
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /assets', {
    organisationId,
    name: `Commutateur ${last}`,
    kind: 'switch',
    macs: [typedMac],
  })
  for (const address of [at(last), ...further]) await admin.call('POST /addresses', { assetId: id, address })
  const device = await startSnmpd({
    address: at(last),
    port,
    community: 'lecture',
    sysName: `sw-${last}`,
    sysObjectID: '.1.3.6.1.4.1.9.1.1208',
    overrides: [
      { oid: '1.3.6.1.2.1.2.2.1.2.1', type: 'octet', value: 'Gi1/0/1' },
      { oid: '1.3.6.1.2.1.2.2.1.3.1', type: 'integer', value: 6 },
      {
        oid: '1.3.6.1.2.1.2.2.1.6.1',
        type: 'octet',
        value: Uint8Array.from(macOf(last).split(':'), (byte) => Number.parseInt(byte, 16)),
      },
    ],
  })
  devices.push(device)
  return id
}

async function discover(last: number) {
  const { id } = await house.admin.call('POST /discoveries', {
    organisationId: house.organisationId,
    prefix: at(last),
  })
  await ear.until(({ payload }) => payload.id === id && payload.state === 'done')
  return house.admin.call('GET /discoveries/:id', { id })
}

const openOnes = async () =>
  (await house.admin.call('GET /proposals', { state: ['open'], isHeld: true } as never)).items
const addressesOf = async (assetId: string) =>
  (await house.admin.call('GET /addresses', { assetId, sort: 'address' } as never)).items.map((one) => [
    one.address,
    one.isPrimary,
  ])
const assetOf = (id: string) => house.admin.call('GET /assets/:id', { id })
const lostBy = async (id: string) => (await house.admin.call('GET /assets/:id/lost-address', { id })).lost

describe.skipIf(snmpdMissing())('a proposal whose address another asset holds', () => {
  beforeAll(async () => {
    house = await startTestHouse()
    ear = await hear(house.admin)
    await house.admin.call('POST /credentials', {
      organisationId: house.organisationId,
      name: 'Lecture',
      settings: { version: '2c', port },
      secret: { community: 'lecture' },
    })
  })
  afterAll(async () => {
    ear?.close()
    await Promise.all(devices.map((one) => one.stop()))
    await house?.stop()
  })

  test('names the holder, and is not taken over without a choice', async () => {
    const { admin } = house
    const assetId = await typedAt(11, ['192.0.2.11'])
    const discovery = await discover(11)
    const [proposal] = await openOnes()
    const holder = { assetId, name: 'Commutateur 11' }
    expect(proposal).toMatchObject({ kind: 'new', assetId: null, holder })
    const refused = [{ id: proposal!.id, address: at(11), code: 'conflict', holder }]
    const nothing = { done: 0, assetIds: [], refused }
    expect(await admin.call('POST /proposals/accept', { ids: [proposal!.id] })).toEqual(nothing)
    expect(await admin.call('POST /proposals/accept', { discoveryId: discovery.id })).toEqual(nothing)
    const other = await admin.call('POST /assets', {
      organisationId: house.organisationId,
      name: 'Un autre',
    })
    const ofAnother = { id: proposal!.id, choice: 'onto' as const, assetId: other.id }
    const answer = await admin.call('POST /proposals/accept', { ids: [proposal!.id], choices: [ofAnother] })
    expect(answer.refused.map(({ code }) => code)).toEqual(['changed-meanwhile'])
    expect(await addressesOf(assetId)).toEqual([
      [at(11), true],
      ['192.0.2.11', false],
    ])
    expect(await openOnes()).toMatchObject([{ id: proposal!.id, state: 'open', holder }])
  })

  test('taken over instead of the holder, another address of the holder becomes its primary one', async () => {
    const [proposal] = await openOnes()
    const { assetId } = proposal!.holder!
    const choice = { id: proposal!.id, choice: 'instead' as const, assetId }
    const taken = await house.admin.call('POST /proposals/accept', { ids: [proposal!.id], choices: [choice] })
    expect(taken).toMatchObject({ done: 1, refused: [] })
    expect(taken.assetIds).not.toContain(assetId)
    expect(await addressesOf(taken.assetIds[0]!)).toEqual([[at(11), true]])
    expect(await addressesOf(assetId)).toEqual([['192.0.2.11', true]])
    expect(await lostBy(assetId)).toBeNull()
    expect((await assetOf(assetId)).macs).toEqual([typedMac])
    expect((await discover(11)).report).toMatchObject({ new: 0, changed: 0, known: 1 })
  })

  test('a holder without another address says which asset took its address, until it has one again', async () => {
    const { admin } = house
    const assetId = await typedAt(12)
    await discover(12)
    const [proposal] = await openOnes()
    const choice = { id: proposal!.id, choice: 'instead' as const, assetId }
    const taken = await admin.call('POST /proposals/accept', { ids: [proposal!.id], choices: [choice] })
    expect(await addressesOf(assetId)).toEqual([])
    const lost = await lostBy(assetId)
    expect(lost).toEqual({
      address: at(12),
      assetId: taken.assetIds[0],
      assetName: 'sw-12',
      lostAt: expect.stringMatching(/^\d{4}-/),
    })
    await admin.call('POST /addresses', { assetId, address: '192.0.2.12' })
    expect(await lostBy(assetId)).toBeNull()
  })

  test('taken over onto the holder, it is that device: the MAC that differs is a changed fact', async () => {
    const { admin } = house
    const assetId = await typedAt(13)
    await discover(13)
    const [proposal] = await openOnes()
    const choice = { id: proposal!.id, choice: 'onto' as const, assetId }
    const taken = await admin.call('POST /proposals/accept', { ids: [proposal!.id], choices: [choice] })
    expect(taken).toEqual({ done: 1, assetIds: [assetId], refused: [] })
    expect(await addressesOf(assetId)).toEqual([[at(13), true]])
    // What a person typed and what tells nobody apart stays.
    expect(await assetOf(assetId)).toMatchObject({ name: 'Commutateur 13', macs: [macOf(13)] })
    const { items } = await admin.call('GET /assets/:id/history', { id: assetId })
    expect(items).toContainEqual(
      expect.objectContaining({
        operation: 'proposals.accept',
        changes: expect.objectContaining({ macs: [[typedMac], [macOf(13)]] }),
      }),
    )
    expect((await discover(13)).report).toMatchObject({ new: 0, changed: 0, known: 1 })
    expect(await openOnes()).toEqual([])
  })
})
