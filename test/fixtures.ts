import { sql } from 'kysely'
import { nowMs } from '#kernel/clock'
import { newId } from '#kernel/ids'
import type { Operation } from '#kernel/operations'
import { adminPassword, type TestHouse } from './house.ts'
import type { Known } from './sample.ts'

/** One of each noun, in the first organisation: what operations are asked about. */
export interface Fixtures {
  /** Values by the name of the input field, the parameters of addresses among them (`siteId`, `grantId`). */
  known: Known
  /** What stands for `:id`, by what stands before it in the address: `assets`, `me/tokens`. */
  ids: Record<string, string>
}

/** Makes one of each noun; a new noun with an address of its own gets its line here. */
export async function makeFixtures(house: TestHouse): Promise<Fixtures> {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Brest', level: 4 })
  const place = { organisationId, siteId: site.id }
  const asset = await admin.call('POST /assets', { ...place, name: 'sw-brest', kind: 'switch' })
  const far = await admin.call('POST /assets', { ...place, name: 'sw-far', kind: 'switch' })
  const service = await admin.call('POST /services', { organisationId, name: 'Messagerie' })
  const address = await admin.call('POST /addresses', { assetId: asset.id, address: '127.51.0.1' })
  const circuit = await admin.call('POST /circuits', { ...place, name: 'Lien principal' })
  const link = await admin.call('POST /links', { ends: [{ assetId: asset.id }, { assetId: far.id }] })
  const times = { startsAt: '2029-01-01T00:00:00.000Z', endsAt: '2029-02-01T00:00:00.000Z' }
  const period = await admin.call('POST /sites/:siteId/level-periods', {
    siteId: site.id,
    level: 5,
    ...times,
  })
  const discovery = await admin.call('POST /discoveries', { organisationId, prefix: '127.31.0.0/30' })
  const credential = await admin.call('POST /credentials', {
    organisationId,
    name: 'Lecture',
    settings: { version: '2c' },
    secret: { community: 'public of the tests' },
  })
  const measured = await measureds(house, asset.id)
  const { tokenId, grantId, personId, ...people } = await peopleOf(house)
  return {
    known: {
      organisationId,
      siteId: site.id,
      assetId: asset.id,
      serviceId: service.id,
      parentId: site.id,
      personId,
      tokenId,
      grantId,
      from: '2029-12-31T00:00:00.000Z',
      to: '2030-01-01T00:00:00.000Z',
      startsAt: '2030-01-01T00:00:00.000Z',
      endsAt: '2030-02-01T00:00:00.000Z',
      address: '127.51.0.9',
      prefix: '127.31.0.0/30',
    },
    ids: {
      organisations: organisationId,
      sites: site.id,
      assets: asset.id,
      services: service.id,
      addresses: address.id,
      circuits: circuit.id,
      links: link.id,
      'level-periods': period.id,
      discoveries: discovery.id,
      credentials: credential.id,
      ...measured,
      ...people,
    },
  }
}

/** A person of the organisation with a token and a grant, a role, and a token and a session of the administrator's. */
async function peopleOf({ admin, organisationId }: TestHouse) {
  const role = await admin.call('POST /roles', { name: 'Pilote', rights: ['site.read'] })
  const person = await admin.call('POST /people', {
    name: 'Yann Guével',
    email: 'yann@example.org',
    organisationId,
    grants: [{ roleId: role.id, organisationId, placeId: null }],
  })
  const own = await admin.call('POST /me/tokens', {
    name: 'own',
    expiresAt: new Date(nowMs() + 86_400_000).toISOString(),
    password: adminPassword,
  })
  const { items: sessions } = await admin.call('GET /me/sessions')
  return {
    personId: person.id,
    grantId: person.grants[0]!.id,
    tokenId: own.id,
    roles: role.id,
    people: person.id,
    'me/tokens': own.id,
    'me/sessions': sessions[0]!.id,
  }
}

/** What only devices and workers bring: an interface, a check, a series (the first), an open alert. No worker runs here to measure them. */
async function measureds({ database, organisationId }: TestHouse, assetId: string) {
  const [interfaceId, checkId, alertId] = [newId(), newId(), newId()]
  const of = sql`${organisationId}, ${assetId}`
  await database.system(async (tx) => {
    await sql`insert into network.interfaces (id, organisation_id, asset_id, name)
      values (${interfaceId}, ${of}, 'ge-0/0/1')`.execute(tx)
    await sql`insert into supervision.checks (id, organisation_id, asset_id, template)
      values (${checkId}, ${of}, 'ping')`.execute(tx)
    await sql`insert into supervision.series (organisation_id, asset_id, metric, class)
      values (${of}, 'ping.lost', 'fine')`.execute(tx)
    await sql`
      insert into supervision.alerts
        (id, organisation_id, asset_id, check_id, rule, state, worst, opened_at, changed_at, asset_name, asset_kind)
      values (${alertId}, ${of}, ${checkId}, 'ping.lost', 'critical', 'critical', kernel.clock(), kernel.clock(),
        'sw-brest', 'switch')`.execute(tx)
  })
  return { interfaces: interfaceId, checks: checkId, alerts: alertId }
}

/**
 * The values for the parameters of an operation's address, each of a row that is there.
 * @throws where a noun has none: an operation about another noun's row would be refused for the wrong reason.
 */
export function addressed({ route }: Pick<Operation, 'route'>, { known, ids }: Fixtures): Known {
  const path = route.split(' ')[1]!
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  return Object.fromEntries(
    names.map((name) => {
      const before = path.split(`/:${name}`)[0]!.slice(1)
      const value = name === 'id' ? ids[before] : known[name]
      if (value === undefined) throw new Error(`test/fixtures.ts has nothing for :${name} of ${route}`)
      return [name, value]
    }),
  )
}
