import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
let assetId: string
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { organisationId } = house
  assetId = (await house.admin.call('POST /assets', { organisationId, name: 'liar' })).id
  const { host, port, superuser } = inject('postgres')
  const client = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await client.connect()
  await client.query(`set role vigie_all; set vigie.now = '2026-01-01T00:00:00Z'`)
  await client.query(
    `insert into supervision.series (organisation_id, asset_id, metric, component, class)
     select $1::uuid, $2::uuid, metric, component, 'usual' from unnest(array['if.in', 'if.out']) metric,
       (select 'r' || n as component from generate_series(1, 3000) n) named
     union all select $1::uuid, $2::uuid, 'ping.rtt', '', 'usual'`,
    [organisationId, assetId],
  )
  await client.end()
})
afterAll(() => house.stop())

test('what is measured on an asset comes in pages, each series once, its own first', async () => {
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await house.admin.call('GET /series', {
      assetId,
      limit: 1_000,
      ...(cursor ? { cursor } : {}),
    })
    expect(page.items.length).toBeLessThanOrEqual(1_000)
    seen.push(...page.items.map(({ metric, component }) => `${component} ${metric}`))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(6_001)
  expect(new Set(seen).size).toBe(6_001)
  expect(seen[0]).toBe(' ping.rtt')
  expect((await house.admin.call('GET /series', { assetId })).items).toHaveLength(500)
  const own = await house.admin.call('GET /series', { assetId, isOwn: 'true' })
  expect(own).toMatchObject({ items: [{ metric: 'ping.rtt' }], nextCursor: null })
  const forged = await house.admin.send('GET /series', { assetId, cursor: 'abc' })
  expect(forged).toMatchObject({ status: 422, body: { errors: [{ field: 'cursor' }] } })
})

test('its interfaces end where a discovery does, those found last first', async () => {
  const { items } = await house.admin.call('GET /assets/:id/measured-interfaces', { id: assetId })
  expect(items).toHaveLength(2_048)
  expect(items.map(({ name }) => name)).toContain('r3000')
})
