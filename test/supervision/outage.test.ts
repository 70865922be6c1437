import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSnmpd, snmpdMissing } from '#test/daemons/snmpd'
import { startTestHouse, type TestHouse } from '#test/house'
import { addAsset, discover, portRows, until } from './device.ts'
import { follow } from './follow.ts'
import { endSilence, silence, silenceMissing } from './silence.ts'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(async () => {
  await house.stop()
  endSilence()
})

const cannotDrop = silenceMissing()
const noSnmpd = snmpdMissing()

describe('a device that dies', () => {
  test.skipIf(cannotDrop)('is critical within seconds, told once, and well again once', async () => {
    const { admin } = house
    const site = await admin.call('POST /sites', {
      organisationId: house.organisationId,
      name: 'Caserne de Brest',
      level: 5,
    })
    const events = await follow(admin)
    const assetId = await addAsset(house, 'sw-brest-1', '127.21.0.2', site.id)
    const ofAsset = (payload: Record<string, unknown>) => payload.assetId === assetId
    await events.next('state.changed', (payload) => ofAsset(payload) && payload.state === 'ok')

    const restore = silence('127.21.0.2')
    const died = performance.now()
    await events.next('alert.opened', ofAsset)
    const seconds = (performance.now() - died) / 1_000
    // How fast is a figure of the bench; here a minute would be another way of finding out.
    expect(seconds).toBeLessThan(30)
    await events.next('state.changed', (payload) => ofAsset(payload) && payload.state === 'critical')

    const state = await admin.call('GET /assets/:id/state', { id: assetId })
    expect(state).toMatchObject({
      state: 'critical',
      checks: [{ template: 'ping', state: 'critical' }],
      alerts: [
        { rule: 'ping.lost', state: 'critical', level: 5, siteName: 'Caserne de Brest', closedAt: null },
      ],
    })
    const overview = await admin.call('GET /overview', {})
    expect(overview.wrong[0]).toMatchObject({ assetId, rule: 'ping.lost' })
    expect(overview.worstSites[0]).toMatchObject({ siteId: site.id, state: 'critical', critical: 1 })

    restore()
    await events.next('alert.closed', ofAsset)
    await events.next('state.changed', (payload) => payload.was === 'critical' && ofAsset(payload))
    expect(events.said('alert.opened').filter(({ payload }) => ofAsset(payload))).toHaveLength(1)
    expect(events.said('alert.closed').filter(({ payload }) => ofAsset(payload))).toHaveLength(1)
    const messages = await admin.call('GET /messages', {})
    const subjects = messages.items
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes('sw-brest-1'))
    expect(subjects.toSorted()).toEqual([
      '[Vigie] Critical: sw-brest-1 – no longer answers ping',
      '[Vigie] Recovered: sw-brest-1 – answers ping again',
    ])
    events.close()
  })

  test('that never answered is critical as well', async () => {
    const { admin } = house
    const events = await follow(admin)
    // TEST-NET-1 (RFC 5737): nobody answers there.
    const assetId = await addAsset(house, 'nobody', '192.0.2.77')
    await events.next('alert.opened', (payload) => payload.assetId === assetId)
    // Whoever takes its address away takes its alert with it.
    const { items } = await admin.call('GET /addresses', { assetId })
    await admin.send('DELETE /addresses/:id', { id: items[0]!.id })
    await events.next('alert.closed', (payload) => payload.assetId === assetId)
    const state = await admin.call('GET /assets/:id/state', { id: assetId })
    expect(state).toMatchObject({ state: null, checks: [{ lacks: 'address', state: null }], alerts: [] })
    events.close()
  })
})

describe('a device that speaks SNMP', () => {
  test.skipIf(noSnmpd || cannotDrop)(
    'is asked for everything again as soon as it answers',
    { timeout: 90_000 },
    async () => {
      const { admin, organisationId } = house
      const address = '127.21.0.11'
      const device = await startSnmpd({ address, sysName: 'sw-landivisiau-1' })
      try {
        await admin.call('POST /credentials', {
          organisationId,
          name: 'returning',
          settings: { version: '2c' },
          secret: { community: 'public' },
        })
        const events = await follow(admin)
        const [assetId = ''] = await discover(house, `${address}/32`)
        const becomes = (state: string) =>
          events.next('state.changed', (payload) => payload.assetId === assetId && payload.state === state)
        await becomes('ok')
        const { checks } = await admin.call('GET /assets/:id/state', { id: assetId })
        const snmp = checks.find(({ template }) => template === 'snmp-basics')!
        const restore = silence(address)
        await becomes('critical')
        // What is changed is read once more within seconds; its next turn by itself is then an hour away.
        await admin.call('PATCH /checks/:id', { id: snmp.id, intervalS: 3_600 }, { ifMatch: '*' })
        await until(
          async () => (await admin.call('GET /checks/:id', { id: snmp.id })).state === 'unreachable',
        )
        restore()
        await becomes('ok')
        events.close()
      } finally {
        await device.stop()
      }
    },
  )

  test.skipIf(noSnmpd)(
    'is measured on all its ports, and told of when it falls silent',
    { timeout: 90_000 },
    async () => {
      const { admin, organisationId } = house
      const device = await startSnmpd({
        address: '127.21.0.10',
        sysName: 'sw-morlaix-1',
        overrides: [
          ...portRows({ index: 1, name: 'Gi0/1', inOctets: 1_000_000n, outOctets: 5_000n }),
          ...portRows({ index: 2, name: 'Gi0/2', oper: 2 }),
        ],
      })
      try {
        await admin.call('POST /credentials', {
          organisationId,
          name: 'public',
          settings: { version: '2c' },
          secret: { community: 'public' },
        })
        const events = await follow(admin)
        const [assetId = ''] = await discover(house, '127.21.0.10/32')
        const ofAsset = (payload: Record<string, unknown>) => payload.assetId === assetId
        await events.next('state.changed', (payload) => ofAsset(payload) && payload.state === 'ok')
        const { checks } = await admin.call('GET /assets/:id/state', { id: assetId })
        expect(checks.map(({ template }) => template)).toEqual(['ping', 'snmp-basics'])
        const snmp = checks.find(({ template }) => template === 'snmp-basics')!
        await admin.call('PATCH /checks/:id', { id: snmp.id, intervalS: 5 }, { ifMatch: '*' })

        const port = async (name: string) =>
          (await admin.call('GET /assets/:id/measured-interfaces', { id: assetId })).items.find(
            (one) => one.name === name,
          )
        await until(async () => (await port('Gi0/1'))?.state === 'up')
        expect(await port('Gi0/2')).toMatchObject({ state: 'down', speedBps: 1e9 })
        await device.setValues(
          portRows({ index: 1, name: 'Gi0/1', inOctets: 11_000_000n, outOctets: 5_000n }),
        )
        await until(async () => ((await port('Gi0/1'))?.inBps ?? 0) > 0)
        const { series } = (await port('Gi0/1'))!
        expect((await port('Gi0/1'))!.outBps).toBe(0)
        const bits = await admin.call('GET /series/read', {
          ids: [series['if.in']!].join(','),
          from: new Date(Date.now() - 600_000).toISOString(),
          to: new Date(Date.now() + 60_000).toISOString(),
        })
        const most = Math.max(...bits.series[0]!.mean.map((value) => value ?? 0))
        // Ten million octets, counted from the first look at most a minute before.
        expect(most).toBeGreaterThan(1_000_000)

        device.pause()
        await admin.call(
          'PATCH /checks/:id',
          { id: snmp.id, thresholds: { 'snmp.silent': { times: 1 } } },
          { ifMatch: '*' },
        )
        await events.next('alert.opened', (payload) => ofAsset(payload) && payload.rule === 'snmp.silent')
        const health = async () => (await admin.call('GET /supervision/health', {})).troubled
        await until(async () =>
          (await health()).some((one) => one.assetId === assetId && one.fault === 'timeout'),
        )
        device.resume()
        await events.next('alert.closed', (payload) => ofAsset(payload) && payload.rule === 'snmp.silent')
        events.close()
      } finally {
        await device.stop()
      }
    },
  )
})
