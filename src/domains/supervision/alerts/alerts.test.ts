import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, nowMs } from '#kernel/clock'
import { newId } from '#kernel/ids'
import { startTestHouse, type TestHouse } from '#test/house'
import { personWith } from '#test/people'
import type { Client } from '#test/client'
import { builtinStore } from '../series/builtin/store.ts'
import { commitChanges, type RuleChange } from '../states/commit.ts'
import type { SupervisionTables } from '../tables.ts'
import { until } from '#test/supervision/device'

let house: TestHouse
let siteId: string
let assets: string[]
let checks: Map<string, string>
let technician: Client
let reader: Client
let stranger: Client

/** No worker: what is wrong is said by the test, and nothing measures it away. */
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { admin, organisationId } = house
  siteId = (await admin.call('POST /sites', { organisationId, name: 'Brest', level: 5 })).id
  assets = []
  for (const [name, site] of [
    ['sw-1', siteId],
    ['sw-2', siteId],
    ['sw-3', null],
  ] as const)
    assets.push((await admin.call('POST /assets', { organisationId, name, siteId: site, kind: 'switch' })).id)
  await admin.call('POST /organisations', { name: 'Ailleurs' })
  technician = await personWith(house, 'technician', 'SDIS 99')
  reader = await personWith(house, 'reader', 'SDIS 99')
  stranger = await personWith(house, 'engineer', 'Ailleurs')
  checks = new Map()
  await house.database.system<SupervisionTables, void>(async (tx) => {
    for (const assetId of assets) {
      const id = newId()
      await tx
        .insertInto('supervision.checks')
        .values({ id, organisation_id: organisationId, asset_id: assetId, template: 'ping' })
        .execute()
      checks.set(assetId, id)
    }
  })
})
afterAll(() => house.stop())

async function say(
  ...changes: (Pick<RuleChange, 'state'> & { asset: string; rule?: string; component?: string })[]
) {
  await house.ground.database.system<SupervisionTables, unknown>((tx) =>
    commitChanges(
      tx,
      changes.flatMap(({ asset, state, rule = 'ping.lost', component = '' }) => {
        const of = {
          id: asset,
          organisationId: house.organisationId,
          siteId: asset === assets[2] ? null : siteId,
        }
        const checkId = checks.get(asset)!
        const at = { asset: of, checkId, state, atMs: nowMs() }
        return [
          { kind: 'rule' as const, ...at, rule, component, measured: null, threshold: null },
          { kind: 'check' as const, ...at },
        ]
      }),
      () => undefined,
    ),
  )
}

const open = () => house.admin.call('GET /alerts', { isOpen: 'true', sort: '-level' })

describe('alerts', () => {
  test('are listed by what hurts, counted, and closed when it is over', async () => {
    await say({ asset: assets[2]!, state: 'critical' }, { asset: assets[0]!, state: 'warning' })
    const { items, total } = await open()
    expect(total).toBe(2)
    expect(items.map(({ assetName, state, level }) => [assetName, state, level])).toEqual([
      ['sw-1', 'warning', 5],
      ['sw-3', 'critical', null],
    ])
    const { groups } = await house.admin.call('GET /alerts/counts', { by: 'site', isOpen: 'true' })
    expect(groups).toMatchObject([
      { name: '', critical: 1 },
      { name: 'Brest', warning: 1 },
    ])
    expect((await house.admin.call('GET /alerts', { under: siteId })).total).toBe(1)
    await say({ asset: assets[2]!, state: 'ok' })
    expect((await open()).total).toBe(1)
    const closed = await house.admin.call('GET /alerts', { isOpen: 'false' })
    expect(closed.items).toMatchObject([
      { assetName: 'sw-3', worst: 'critical', closedAt: expect.any(String) },
    ])
  })

  test('keep the level that their site had when they ended', async () => {
    const { admin, organisationId } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'Agde', level: 3 })
    await admin.call('PATCH /assets/:id', { id: assets[2]!, siteId: site.id }, { ifMatch: '*' })
    const levels = async () => {
      const { items } = await admin.call('GET /alerts', { under: site.id, sort: 'openedAt' })
      return items.map(({ closedAt, level }) => [closedAt !== null, level])
    }
    const before = (await levels()).length
    await say({ asset: assets[2]!, state: 'critical' })
    await say({ asset: assets[2]!, state: 'ok' })
    await admin.call('PATCH /sites/:id', { id: site.id, level: 4 }, { ifMatch: '*' })
    await say({ asset: assets[2]!, state: 'warning' })
    expect((await levels()).slice(before)).toEqual([
      [true, 3],
      [false, 4],
    ])
    await say({ asset: assets[2]!, state: 'ok' })
    await admin.call('PATCH /assets/:id', { id: assets[2]!, siteId: null }, { ifMatch: '*' })
  })

  test('count on the map once: at the nearest place that has coordinates, in outline once somebody has them', async () => {
    const { admin, organisationId } = house
    const place = { latitude: 48.1, longitude: -4.1 }
    const territory = await admin.call('POST /sites', {
      organisationId,
      name: 'Finistère',
      kind: 'territory',
      ...place,
    })
    const below = (name: string, parentId: string, more = {}) =>
      admin.call('POST /sites', { organisationId, name, parentId, ...more })
    const station = await below('Caserne', territory.id, place)
    const room = await below('Local technique', station.id)
    await admin.call('PATCH /assets/:id', { id: assets[2]!, siteId: room.id }, { ifMatch: '*' })
    const stateOf = async ({ id }: { id: string }) => {
      const { items } = await admin.call('GET /sites/states', {})
      return items.find(({ siteId }) => siteId === id)!
    }
    await say({ asset: assets[2]!, state: 'critical' })
    expect(await stateOf(station)).toMatchObject({
      state: 'critical',
      here: { state: 'critical', assets: 1, isAcknowledged: false },
    })
    expect(await stateOf(territory)).toMatchObject({
      state: 'critical',
      critical: 1,
      here: { state: null, assets: 0 },
    })
    expect(await stateOf(room)).toMatchObject({ state: 'critical', here: null })
    const { items } = await open()
    await admin.call('POST /alerts/:id/acknowledge', {
      id: items.find(({ assetName }) => assetName === 'sw-3')!.id,
    })
    expect((await stateOf(station)).here).toMatchObject({ state: 'critical', isAcknowledged: true })
    await say({ asset: assets[2]!, state: 'ok' })
    await admin.call('PATCH /assets/:id', { id: assets[2]!, siteId: null }, { ifMatch: '*' })
  })

  test('let the list of assets be sorted and filtered by how they fare', async () => {
    const { admin, organisationId } = house
    await admin.call('POST /assets', { organisationId, name: 'sw-4' })
    await say({ asset: assets[1]!, state: 'critical' }, { asset: assets[0]!, state: 'warning' })
    const names = async (input: object) =>
      (await admin.call('GET /assets', input)).items.map(({ name }) => name)
    expect(await names({ sort: '-state' })).toEqual(['sw-2', 'sw-1', 'sw-3', 'sw-4'])
    const first = await admin.call('GET /assets', { sort: '-state', limit: 1 })
    expect(await names({ sort: '-state', limit: 1, cursor: first.nextCursor })).toEqual(['sw-1'])
    expect(await names({ state: 'critical,none' })).toEqual(['sw-2', 'sw-4'])
    expect(await names({ state: 'ok', siteId })).toEqual([])
    const { body } = await admin.send('GET /assets/export', { state: 'warning', format: 'json' })
    expect(body).toMatchObject([{ name: 'sw-1' }])
    await say({ asset: assets[1]!, state: 'ok' }, { asset: assets[0]!, state: 'ok' })
  })

  test('said again open no second one, and a worse state is the same alert', async () => {
    await say({ asset: assets[0]!, state: 'warning' })
    await say({ asset: assets[0]!, state: 'critical' })
    await say({ asset: assets[0]!, state: 'critical' })
    const { items } = await open()
    expect(items).toMatchObject([{ assetName: 'sw-1', state: 'critical', worst: 'critical' }])
    const overview = await house.admin.call('GET /overview', {})
    expect(overview).toMatchObject({ assets: { critical: 1, ok: 2, none: 1 }, wrongTotal: 1 })
    expect(overview.changes[0]).toMatchObject({ assetName: 'sw-1', was: 'warning', state: 'critical' })
    expect(overview.worstSites).toMatchObject([{ siteId, state: 'critical', critical: 1, assets: 2 }])
  })

  test('are acknowledged by name, until a time, and muted', async () => {
    const { id } = (await open()).items[0]!
    const until2h = new Date(nowMs() + 2 * 3_600_000).toISOString()
    const taken = await technician.call('POST /alerts/:id/acknowledge', {
      id,
      comment: 'En route',
      until: until2h,
    })
    expect(taken).toMatchObject({
      acknowledgedBy: expect.stringContaining('technician'),
      comment: 'En route',
    })
    const held = async () => (await house.admin.call('GET /overview', {})).acknowledged.length
    expect(await held()).toBe(1)
    const { items: states } = await house.admin.call('GET /assets/states', { ids: assets.join(',') })
    expect(states.find(({ assetId }) => assetId === assets[0])).toMatchObject({
      isAcknowledged: true,
      alerts: 1,
    })
    moveClock(3 * 3_600_000)
    expect(await held()).toBe(0)
    const { acknowledgedAt } = await technician.call('POST /alerts/:id/unacknowledge', { id })
    expect(acknowledgedAt).toBeNull()

    const later = new Date(nowMs() + 60_000).toISOString()
    await technician.call('POST /alerts/:id/mute', { id, until: later })
    expect(await house.admin.call('GET /overview', {})).toMatchObject({ wrongTotal: 0, muted: 1 })
    const past = await technician.send('POST /alerts/:id/mute', { id, until: '2020-01-01T00:00:00.000Z' })
    expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } })
  })

  test('many are acknowledged at once; one that is over says so', async () => {
    await say({ asset: assets[1]!, state: 'critical' }, { asset: assets[2]!, state: 'critical' })
    const ids = (await open()).items.map(({ id }) => id)
    await say({ asset: assets[2]!, state: 'ok' })
    const answer = await technician.call('POST /alerts/acknowledge', {
      ids,
      change: { comment: 'Coupure' },
      mode: 'each',
    })
    expect(answer.done).toBe(ids.length - 1)
    expect(answer.rows.find(({ done }) => !done)).toMatchObject({ code: 'conflict' })
  })

  test('are exported as a spreadsheet', async () => {
    const { body, headers } = await house.admin.send('GET /alerts/export', { isOpen: 'true' })
    expect(headers.get('content-type')).toContain('text/csv')
    expect(String(body)).toContain('sw-1')
    expect(String(body)).toContain('Critical')
  })
})

describe('services', () => {
  test('fare as the worst of what they need, and name what is wrong', async () => {
    const { admin, organisationId } = house
    const make = (name: string, needs: object) =>
      admin.call('POST /services', { organisationId, name, ...needs })
    const mail = await make('Messagerie', { assetIds: [assets[0], assets[2]] })
    const alerting = await make('Alerte', { serviceIds: [mail.id] })
    const paper = await make('Papier', {})
    const statesOf = async (input = {}) => (await admin.call('GET /services/states', input)).items
    await say({ asset: assets[0]!, state: 'ok' }, { asset: assets[2]!, state: 'ok' })
    await say({ asset: assets[0]!, state: 'critical' })
    const wrong = { state: 'critical', isAcknowledged: false, wrongAssetIds: [assets[0]] }
    expect(await statesOf({ isWrong: 'true' })).toMatchObject([
      { serviceId: alerting.id, name: 'Alerte', ...wrong },
      { serviceId: mail.id, name: 'Messagerie', ...wrong },
    ])
    expect(await statesOf({ ids: paper.id })).toEqual([])
    const { items } = await admin.call('GET /alerts', { serviceId: alerting.id, isOpen: 'true' })
    expect(items).toMatchObject([{ assetId: assets[0] }])
    await admin.call('POST /alerts/:id/acknowledge', { id: items[0]!.id })
    expect(await statesOf({ ids: mail.id })).toMatchObject([{ state: 'critical', isAcknowledged: true }])
    expect((await stranger.call('GET /services/states', {})).items).toEqual([])
    await admin.call('POST /alerts/:id/unacknowledge', { id: items[0]!.id })
    await say({ asset: assets[0]!, state: 'ok' })
    expect(await statesOf({ isWrong: 'true' })).toEqual([])
    expect(await statesOf({ ids: mail.id })).toMatchObject([{ state: 'ok', wrongAssetIds: [] }])
    await say({ asset: assets[0]!, state: 'critical' })
  })
})

describe('who may', () => {
  test('a reader sees alerts and acknowledges none; a stranger sees none', async () => {
    const { id } = (await open()).items[0]!
    expect((await reader.call('GET /alerts', {})).total).toBeGreaterThan(0)
    expect((await reader.send('POST /alerts/:id/acknowledge', { id })).status).toBe(403)
    expect((await stranger.call('GET /alerts', {})).total).toBe(0)
    expect((await stranger.send('POST /alerts/:id/acknowledge', { id })).status).toBe(404)
    expect((await stranger.send('GET /assets/:id/state', { id: assets[0] })).status).toBe(404)
    expect(await stranger.call('GET /overview', {})).toMatchObject({
      wrong: [],
      worstSites: [],
      assets: { critical: 0 },
    })
  })

  test('values are read by who may see their asset, and by nobody else', async () => {
    const seriesId = await house.database.system<SupervisionTables, number>(async (tx) => {
      const { id } = await tx
        .insertInto('supervision.series')
        .values({
          organisation_id: house.organisationId,
          asset_id: assets[0]!,
          metric: 'ping.rtt',
          class: 'fine',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await builtinStore.append(tx, {
        series: [id],
        stepsMs: [5_000],
        slots: [Math.floor(nowMs() / 5_000)],
        values: [12.5],
      })
      return id
    })
    const span = {
      from: new Date(nowMs() - 60_000).toISOString(),
      to: new Date(nowMs() + 5_000).toISOString(),
    }
    const read = await reader.call('GET /series/read', { ids: String(seriesId), ...span })
    expect(read.series[0]!.mean.filter((value) => value !== null)).toEqual([12.5])
    expect((await reader.call('GET /series', { assetId: assets[0]! })).items).toMatchObject([
      { metric: 'ping.rtt', unit: 'ms' },
    ])
    expect((await stranger.send('GET /series/read', { ids: String(seriesId), ...span })).status).toBe(404)
    const csv = await reader.send('GET /series/export', { ids: String(seriesId), ...span })
    expect(String(csv.body)).toMatch(/,sw-1,ping\.rtt,,12\.5/)
    expect((await stranger.send('GET /series/export', { ids: String(seriesId), ...span })).status).toBe(404)
  })
})

describe('checks', () => {
  test('are switched off with what was wrong by them, and say what they cannot be', async () => {
    const { admin } = house
    const [check] = (await admin.call('GET /checks', { assetId: assets[1]! })).items
    const limits = (at: number, recovery: number) => ({ at, recovery })
    const refused: [Record<string, unknown>, string][] = [
      [{ 'no.such': {} }, 'thresholds.no.such'],
      [{ 'ping.lost': { warning: limits(5, 4) } }, 'thresholds.ping.lost'],
      [{ 'ping.slow': { warning: limits(10, 20) } }, 'thresholds.ping.slow.warning.recovery'],
      [
        { 'ping.slow': { warning: limits(10, 9), critical: limits(5, 4) } },
        'thresholds.ping.slow.critical.at',
      ],
    ]
    for (const [thresholds, field] of refused) {
      const answer = await admin.send('PATCH /checks/:id', { id: check!.id, thresholds } as never, {
        ifMatch: '*',
      })
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } })
    }
    const off = await admin.call(
      'PATCH /checks/:id',
      { id: check!.id, isEnabled: false },
      { ifMatch: check!.version },
    )
    expect(off).toMatchObject({ isEnabled: false, state: null })
    expect((await admin.call('GET /alerts', { assetId: assets[1]!, isOpen: 'true' })).total).toBe(0)
    expect((await admin.call('GET /assets/:id/state', { id: assets[1]! })).state).toBeNull()
    expect(
      (await reader.send('PATCH /checks/:id', { id: check!.id, isEnabled: true }, { ifMatch: '*' })).status,
    ).toBe(403)
  })

  test('come by themselves with an address, and rest without one', async () => {
    const roles = { VIGIE_ROLES: 'web,worker' }
    const other = await startTestHouse(roles)
    try {
      const { admin, organisationId } = other
      const { id } = await admin.call('POST /assets', { organisationId, name: 'sw' })
      const { id: addressId } = await admin.call('POST /addresses', { assetId: id, address: '127.21.2.1' })
      const only = async () => (await admin.call('GET /checks', { assetId: id })).items[0]
      await until(async () => (await only())?.state === 'ok')
      await admin.send('DELETE /addresses/:id', { id: addressId })
      await until(async () => (await only())?.lacks === 'address')
      await admin.call('POST /addresses', { assetId: id, address: '127.21.2.2' })
      await until(async () => (await only())?.state === 'ok')
      expect((await admin.call('GET /checks', { assetId: id })).total).toBe(1)
      const { version } = await admin.call('GET /assets/:id', { id })
      await admin.call('PATCH /assets/:id', { id, lifeCycle: 'retired' }, { ifMatch: version })
      await until(async () => (await only())?.lacks === 'service')
    } finally {
      await other.stop()
    }
  })
})
