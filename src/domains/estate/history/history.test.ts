import { afterAll, beforeAll, expect, test } from 'vitest'
import { observeAsset } from '#estate'
import { systemWrite } from '#kernel/operations'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

test('what happened to an asset is told newest first, by person and by the system, with names for ids', async () => {
  const { admin, organisationId } = house
  const me = await admin.call('GET /me')
  const site = await admin.call('POST /sites', { organisationId, name: 'CIS Brest' })
  const { id } = await admin.call('POST /assets', { organisationId, name: 'sw-1' })
  await admin.call(
    'PATCH /assets/:id',
    { id, siteId: site.id, responsibleId: me.id, firmware: '' },
    { ifMatch: 1 },
  )
  await systemWrite(house.ground, { operation: 'inventory.refresh', actor: 'discovery' }, (tx, by) =>
    observeAsset(tx, by, id, { firmware: '15.2' }, { protocol: 'snmp' }),
  )
  const { items, names, total } = await admin.call('GET /assets/:id/history', { id })
  expect(total).toBe(3)
  expect(items).toMatchObject([
    {
      operation: 'inventory.refresh',
      actor: { kind: 'system', name: 'discovery' },
      changes: { firmware: ['', '15.2'] },
    },
    {
      operation: 'assets.update',
      actor: { kind: 'person', name: 'Camille Martin' },
      changes: { site_id: [null, site.id], responsible_id: [null, me.id] },
    },
    { operation: 'assets.create', subject: { type: 'asset', id, name: 'sw-1' } },
  ])
  expect(names).toEqual({ [site.id]: 'CIS Brest', [me.id]: 'Camille Martin' })

  const first = await admin.call('GET /assets/:id/history', { id, limit: 2 })
  const second = await admin.call('GET /assets/:id/history', { id, limit: 2, cursor: first.nextCursor! })
  expect(second.items.map(({ operation }) => operation)).toEqual(['assets.create'])
})

test('the history of a site tells of its moves and its raised levels', async () => {
  const { admin, organisationId } = house
  const above = await admin.call('POST /sites', { organisationId, name: 'Nord' })
  const { id } = await admin.call('POST /sites', { organisationId, name: 'Camp' })
  await admin.call('PATCH /sites/:id', { id, parentId: above.id }, { ifMatch: 1 })
  await admin.call('POST /sites/:siteId/level-periods', {
    siteId: id,
    level: 5,
    startsAt: '2030-07-01T08:00:00+02:00',
    endsAt: '2030-07-15T20:00:00+02:00',
  })
  const { items, names } = await admin.call('GET /sites/:id/history', { id })
  expect(items.map(({ operation }) => operation)).toEqual([
    'levelPeriods.create',
    'sites.update',
    'sites.create',
  ])
  expect(items[1]!.changes).toEqual({ parent_id: [null, above.id] })
  expect(names[above.id]).toBe('Nord')
  const unseen = await admin.send('GET /sites/:id/history', { id: organisationId })
  expect(unseen.status).toBe(404)
})
