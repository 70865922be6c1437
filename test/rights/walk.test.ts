import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import type { Operation } from '#kernel/operations'
import { domains } from '../../src/app.ts'
import { client, type Client } from '../client.ts'
import { addressed, makeFixtures, type Fixtures } from '../fixtures.ts'
import { adminPassword, startTestHouse, type TestHouse } from '../house.ts'
import { member } from '../member.ts'
import { personWith } from '../people.ts'
import { inputSchema, sampleInput } from '../sample.ts'

/**
 * Walks every operation as anonymous, as a reader, and as those who hold much, but not over what is asked: an engineer
 * and an administrator of another organisation, an administrator of one site. A new operation is walked as soon as it is
 * declared.
 */
let house: TestHouse
let reader: Client
let outsiders: Record<'engineer elsewhere' | 'administrator elsewhere' | 'administrator of a site', Client>
let fixtures: Fixtures

beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { admin, organisationId } = house
  await admin.call('POST /organisations', { name: 'Ailleurs' })
  const quimper = await admin.call('POST /sites', { organisationId, name: 'Quimper' })
  reader = await personWith(house, 'reader', 'SDIS 99')
  outsiders = {
    'engineer elsewhere': await personWith(house, 'engineer', 'Ailleurs'),
    'administrator elsewhere': await personWith(house, 'administrator', 'Ailleurs'),
    'administrator of a site': await member(house, 'administrator', { organisationId, placeId: quimper.id }),
  }
  fixtures = await makeFixtures(house)
})
afterAll(() => house?.stop())

/** The least input that the operation takes, about things of the first organisation. */
function inputFor(operation: Operation): Record<string, unknown> {
  return sampleInput(operation, { ...fixtures.known, ...addressed(operation, fixtures) })
}

async function callAs(caller: Client, operation: Operation) {
  const input = inputFor(operation)
  const [type] = operation.consumes ?? []
  if (!type) return caller.send(operation.route, input, operation.versioned ? { ifMatch: '*' } : {})
  // The file is the body; the rest stands in the address.
  const address = `${operation.route}?${new URLSearchParams(input as Record<string, string>).toString()}`
  return caller.send(address, {}, { raw: 'nom\nBrest', headers: { 'content-type': type } })
}

/** Streams never end; they are walked by their own tests. */
const walked = () => house.operations.filter((operation) => operation.produces !== 'text/event-stream')

/** What neither anybody nor everybody who is signed in may do. */
const takesRight = ({ right }: Operation) => right.includes('.')

/** Every row of the first organisation, and all that belongs to no organisation: table by table. */
async function fingerprint(): Promise<Record<string, string>> {
  const { host, port, superuser } = inject('postgres')
  const database = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await database.connect()
  try {
    const { rows } = await database.query<{ name: string; organisation: boolean }>(`
      select format('%I.%I', n.nspname, c.relname) as name, a.attname is not null as organisation
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relkind in ('r', 'p') and n.nspname not in ('audit', 'kernel')
        and (a.attname is not null and c.relrowsecurity
          or not c.relrowsecurity and has_table_privilege('vigie_app', c.oid, 'update')) order by 1`)
    const result: Record<string, string> = {}
    for (const { name, organisation } of rows) {
      const counted = await database.query<{ said: string }>(
        `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as said from ${name} t
         where ${organisation ? 't.organisation_id = $1' : '$1::uuid is not null'}`,
        [house.organisationId],
      )
      result[name] = counted.rows[0]!.said
    }
    return result
  } finally {
    await database.end()
  }
}

describe('every operation', () => {
  test('names a right that a domain declares', () => {
    const declared = new Set<string>(['public', 'signed-in', 'own-account'])
    for (const { rights } of domains) for (const right of rights) declared.add(right)
    const undeclared = house.operations.filter(({ right }) => !declared.has(right))
    expect(undeclared.map(({ name, right }) => `${name}: ${right}`)).toEqual([])
  })

  test('has a name and a route of its own', () => {
    const names = house.operations.map(({ name }) => name)
    const routes = house.operations.map(({ route }) => route)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([])
  })

  test('says 401 to anonymous, unless it is public', async () => {
    const wrong: string[] = []
    for (const operation of walked()) {
      if (operation.right === 'public') continue
      const { status, body } = await callAs(house.anonymous, operation)
      if (status !== 401 || body.code !== 'not-signed-in') wrong.push(`${operation.name}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('writes nothing for a reader', async () => {
    const before = await fingerprint()
    const wrong: string[] = []
    for (const operation of walked()) {
      const isWrite = operation.kind === 'command' || operation.kind === 'action'
      if (!isWrite || !takesRight(operation)) continue
      const { status, body } = await callAs(reader, operation)
      if (status !== 403 || body.code !== 'not-allowed')
        wrong.push(`${operation.name}: ${status} ${body.code}`)
    }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  test('reads what it is asked for, of a row that is there, for the administrator', async () => {
    const wrong: string[] = []
    for (const operation of walked()) {
      if (!operation.route.startsWith('GET ')) continue
      const { status, body } = await callAs(house.admin, operation)
      if (status !== 200) wrong.push(`${operation.name}: ${status} ${JSON.stringify(body).slice(0, 200)}`)
    }
    expect(wrong).toEqual([])
  })

  test('tells a reader what his role may read, and nothing else', async () => {
    const { rights } = await reader.call('GET /me')
    const wrong: string[] = []
    for (const operation of walked()) {
      if (!operation.route.startsWith('GET ') || !takesRight(operation)) continue
      const { status, body } = await callAs(reader, operation)
      const isMeant = rights.includes(operation.right) && operation.over !== 'everything'
      const fits = isMeant ? status === 200 : status === 403 && body.code === 'not-allowed'
      if (!fits) wrong.push(`${operation.name}: ${status} ${JSON.stringify(body).slice(0, 150)}`)
    }
    expect(wrong).toEqual([])
  })

  test('on one’s own account is refused to a token that may less than its person', async () => {
    const { secret } = await house.admin.call('POST /me/tokens', {
      name: 'limited',
      rights: ['asset.read'],
      expiresAt: new Date(nowMs() + 3_600_000).toISOString(),
      password: adminPassword,
    })
    const limited = client(house.url, secret)
    const own = walked().filter(({ right }) => right === 'own-account')
    expect(own.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['me.update', 'sessions.list', 'tokens.list']),
    )
    const wrong: string[] = []
    for (const operation of own) {
      const { status, body } = await callAs(limited, operation)
      if (status !== 403 || body.code !== 'not-allowed') wrong.push(`${operation.name}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(await limited.call('GET /me')).toMatchObject({ rights: ['asset.read'] })
  })

  test('that concerns the whole house takes its right over everything', async () => {
    const ofHouse = house.operations.filter(({ over }) => over === 'everything')
    expect(ofHouse.map(({ name }) => name).toSorted()).toEqual([
      'house.metrics',
      'journal.verify',
      'mail-server.forget',
      'mail-server.read',
      'mail-server.set',
      'mail-server.try',
      'organisations.create',
      'organisations.delete',
      'roles.create',
      'roles.delete',
      'roles.history',
      'roles.update',
      'supervision.health',
    ])
    const wrong: string[] = []
    for (const operation of ofHouse)
      for (const [who, caller] of Object.entries(outsiders)) {
        const { status, body } = await callAs(caller, operation)
        if (status !== 403 || body.code !== 'not-allowed')
          wrong.push(`${operation.name} as ${who}: ${status} ${JSON.stringify(body).slice(0, 100)}`)
      }
    expect(wrong).toEqual([])
  })

  test('tells and changes nothing that its caller holds no right over', async () => {
    const before = await fingerprint()
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['estate.assets', 'identity.roles', 'notifications.mail_servers']),
    )
    const wrong: string[] = []
    for (const operation of walked()) {
      if (!takesRight(operation)) continue
      for (const [who, caller] of Object.entries(outsiders))
        wrong.push(
          ...(await faultsOf(operation, caller)).map((fault) => `${operation.name} as ${who}: ${fault}`),
        )
    }
    expect(wrong).toEqual([])
    expect(await fingerprint()).toEqual(before)
  }, 180_000)
})

/** What an operation told or did, called about things that the caller holds no right over. */
async function faultsOf(operation: Operation, caller: Client): Promise<string[]> {
  const { status, body } = await callAs(caller, operation)
  const said = JSON.stringify(body ?? '')
  // Roles are of the whole house, and whoever holds a site knows the name of its organisation.
  const { roles: _ofHouse, organisations, ...ids } = fixtures.ids
  const known = caller === outsiders['administrator of a site'] ? [] : [organisations!]
  const told = [...Object.values(ids), ...known].filter((id) => said.includes(id))
  const isAboutOne =
    /:\w+/.test(operation.route) || 'organisationId' in (inputSchema(operation).properties ?? {})
  const isRefused = status === 403 || status === 404 || status === 422 || status === 409
  const isWrite = operation.kind === 'command' || operation.kind === 'action'
  return [
    ...(told.length > 0 ? [`told ${told.join(' ')}`] : []),
    ...(status >= 500 || (isWrite && isAboutOne && !isRefused) ? [`${status} ${said.slice(0, 150)}`] : []),
  ]
}
