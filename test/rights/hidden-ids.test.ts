import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { noAccess } from '#kernel/access'
import type { Operation } from '#kernel/operations'
import { sql } from 'kysely'
import { addressed, makeFixtures, type Fixtures } from '../fixtures.ts'
import { startTestHouse, type TestHouse } from '../house.ts'
import { member, type Member } from '../member.ts'
import { sampleInput } from '../sample.ts'

/**
 * Whoever holds one site reads of it whatever there is, and meets no identifier of what stands on another: what hangs
 * together with it over there is null, or told without its identifier.
 */
let house: TestHouse
let own: Member
/** Of the site that he holds. */
let seen: Fixtures
/** By identifier: the table of each row that he cannot open. */
let hidden: Map<string, string>

beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const there = await makeFixtures(house)
  seen = await makeSeen(house, there)
  const placeId = seen.ids.sites!
  own = await member(house, 'administrator', { organisationId: house.organisationId, placeId })
  hidden = await hiddenFrom(placeId)
})
afterAll(() => house?.stop())

/** A second site, and on it one of what a site has, hanging together with what stands on the first. */
async function makeSeen({ admin, organisationId }: TestHouse, { known, ids }: Fixtures): Promise<Fixtures> {
  const place = (siteId: unknown) => ({ organisationId, siteId: siteId as string })
  const far = place(known.siteId)
  const site = await admin.call('POST /sites', { organisationId, name: 'Quimper', parentId: far.siteId })
  const here = place(site.id)
  const asset = await admin.call('POST /assets', { ...here, name: 'sw-quimper', kind: 'switch' })
  const moved = await admin.call('POST /assets', { ...far, name: 'sw-moved', kind: 'switch' })
  await admin.call('PATCH /assets/:id', { id: moved.id, siteId: site.id }, { ifMatch: '*' })
  const address = await admin.call('POST /addresses', { assetId: asset.id, address: '127.51.1.1' })
  const ends = { siteId: site.id, farSiteId: far.siteId, assetId: ids.assets!, interfaceId: ids.interfaces! }
  const circuit = await admin.call('POST /circuits', { organisationId, name: 'Quimper-Brest', ...ends })
  await admin.call(
    'PATCH /circuits/:id',
    { id: circuit.id, farSiteId: null, assetId: asset.id, interfaceId: null },
    { ifMatch: '*' },
  )
  await admin.call('PATCH /circuits/:id', { id: circuit.id, ...ends }, { ifMatch: '*' })
  const link = await admin.call('POST /links', { ends: [{ assetId: asset.id }, { assetId: moved.id }] })
  await admin.call('POST /links', { ends: [{ assetId: asset.id }, { assetId: ids.assets! }] })
  return {
    known: { ...known, siteId: site.id, assetId: asset.id, parentId: site.id },
    ids: {
      ...ids,
      sites: site.id,
      assets: asset.id,
      addresses: address.id,
      circuits: circuit.id,
      links: link.id,
    },
  }
}

/** Rows of every table that is isolated, but not those that row-level security lets him see. */
async function hiddenFrom(placeId: string): Promise<Map<string, string>> {
  const { host, port, superuser } = inject('postgres')
  const database = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await database.connect()
  const result = new Map<string, string>()
  try {
    const { rows: tables } = await database.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
      where c.relkind in ('r', 'p') and c.relrowsecurity and (n.nspname in ('estate', 'network', 'inventory', 'supervision') or c.relname = 'places')`)
    for (const { name } of tables) {
      const all = await database.query<{ id: string }>(`select id from ${name}`)
      const open = await house.database.read(
        { ...noAccess, places: [placeId], partOf: [house.organisationId] },
        (tx) => sql<{ id: string }>`select id from ${sql.raw(name)}`.execute(tx),
      )
      const opened = new Set(open.rows.map(({ id }) => id))
      for (const { id } of all.rows) if (!opened.has(id)) result.set(id, name)
    }
  } finally {
    await database.end()
  }
  return result
}

const uuids = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g

async function told(operation: Operation): Promise<string[]> {
  const input = sampleInput(operation, { ...seen.known, ...addressed(operation, seen) })
  const { status, body } = await own.send(operation.route, input)
  if (status !== 200) return []
  // What he asks for by name is no news to him.
  const asked = new Set(Object.values(input))
  const met = new Set(JSON.stringify(body).match(uuids))
  return [...met].flatMap((id) => {
    const table = asked.has(id) ? undefined : hidden.get(id)
    return table ? [`${operation.name} tells ${table} ${pathsTo(body, id).join(', ')}`] : []
  })
}

/** Where in an answer an identifier stands, to find what told it. */
function pathsTo(value: unknown, id: string, path = ''): string[] {
  if (typeof value === 'string') return value.includes(id) ? [path || 'as text'] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === id ? [`${path}{}`] : []),
    ...pathsTo(inner, id, Array.isArray(value) ? path : `${path}.${key}`),
  ])
}

test('what he is not told stays when he gives it back as nothing', async () => {
  const { id, version, farSiteId, assetId, name } = await own.call('GET /circuits/:id', {
    id: seen.ids.circuits!,
  })
  expect([farSiteId, assetId]).toEqual([null, null])
  await own.call(
    'PATCH /circuits/:id',
    { id, name: `${name} 2`, farSiteId: null, assetId: null, interfaceId: null },
    { ifMatch: version },
  )
  const whole = await house.admin.call('GET /circuits/:id', { id })
  expect(whole.name).toBe('Quimper-Brest 2')
  expect(hidden.get(whole.farSiteId!)).toBe('estate.sites')
  expect(hidden.get(whole.assetId!)).toBe('estate.assets')
  expect(hidden.get(whole.interfaceId!)).toBe('network.interfaces')

  const site = await own.call('GET /sites/:id', { id: seen.ids.sites! })
  await own.call(
    'PATCH /sites/:id',
    { id: site.id, parentId: site.parentId, name: 'Kemper' },
    { ifMatch: site.version },
  )
  const placed = await house.admin.call('GET /sites/:id', { id: site.id })
  expect(placed).toMatchObject({ name: 'Kemper', pathName: 'Brest › Kemper' })
})

test('whoever holds one site is told no identifier of what stands on another', async () => {
  expect([...hidden.values()]).toEqual(
    expect.arrayContaining(['estate.sites', 'estate.assets', 'network.circuits', 'supervision.alerts']),
  )
  const reads = house.operations.filter(
    ({ route, produces, over }) =>
      route.startsWith('GET ') && produces !== 'text/event-stream' && over !== 'everything',
  )
  const answered: string[] = []
  const wrong: string[] = []
  for (const operation of reads) {
    const found = await told(operation)
    answered.push(operation.name)
    wrong.push(...found)
    if (operation.name.endsWith('.export'))
      wrong.push(...(await told({ ...operation, route: `${operation.route}?format=json` as never })))
  }
  expect(answered).toEqual(
    expect.arrayContaining(['circuits.list', 'circuits.history', 'journal.list', 'journal.export']),
  )
  expect([...new Set(wrong)]).toEqual([])
}, 120_000)
