import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Client } from '#test/client'
import { member } from '#test/member'
import { startTestHouse, type TestHouse } from '#test/house'
import { personWith } from '#test/people'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const secrets = ['t0p-secret-community', 'auth-key-never-said', 'priv-key-never-said']
const v3 = {
  version: '3' as const,
  port: 161,
  user: 'vigie',
  level: 'authPriv' as const,
  authProtocol: 'sha256' as const,
  privProtocol: 'aes256' as const,
  context: '',
}

/** Everything that the database holds, as text. */
async function wholeDatabase(): Promise<string> {
  const { host, port, superuser } = inject('postgres')
  const client = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const texts: string[] = []
    for (const { name } of rows)
      texts.push(
        ...(await client.query<{ said: string }>(`select t::text as said from ${name} t`)).rows.map(
          (row) => row.said,
        ),
      )
    return texts.join('\n')
  } finally {
    await client.end()
  }
}

describe('credentials', () => {
  test('are used without ever being told or kept open', async () => {
    const { admin, organisationId } = house
    const answers: unknown[] = []
    const say = <A>(answer: A): A => (answers.push(answer), answer)
    const community = say(
      await admin.call('POST /credentials', {
        organisationId,
        name: 'Lecture',
        settings: { version: '2c' },
        secret: { community: secrets[0] },
      }),
    )
    const user = say(
      await admin.call(
        'POST /credentials',
        {
          organisationId,
          name: 'Utilisateur',
          settings: v3,
          secret: { authKey: secrets[1], privKey: 'first-key' },
        },
        { headers: { 'idempotency-key': 'one' } },
      ),
    )
    const changed = say(
      await admin.call(
        'PATCH /credentials/:id',
        { id: user.id, name: 'Utilisateur v3', secret: { privKey: secrets[2] } },
        { ifMatch: user.version },
      ),
    )
    expect(changed).toMatchObject({ name: 'Utilisateur v3', settings: v3 })
    say(await admin.call('GET /credentials', {}))
    const tried = await admin.call('POST /credentials/:id/try', { id: community.id, address: '127.31.9.1' })
    expect(say(tried)).toMatchObject({ answers: false, reason: 'timeout' })
    const journal = say(await admin.call('GET /journal', { limit: 100 }))
    expect(journal.items.map(({ operation }) => operation)).toContain('credentials.update')
    const everything = (await wholeDatabase()) + JSON.stringify(answers)
    expect(everything).toContain('Utilisateur v3')
    for (const secret of [...secrets, 'first-key']) {
      expect(everything).not.toContain(secret)
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'))
      expect(everything).not.toContain(Buffer.from(secret).toString('base64'))
    }
  })

  test('each version needs its own secret, and keys of eight characters', async () => {
    const { admin, organisationId } = house
    const create = (settings: object, secret: object) =>
      admin.send('POST /credentials', { organisationId, name: 'x', settings, secret })
    const cases = [
      [{ version: '2c' }, {}, 'secret.community'],
      [v3, { privKey: 'long enough' }, 'secret.authKey'],
      [v3, { authKey: 'long enough' }, 'secret.privKey'],
      [v3, { authKey: 'short', privKey: 'long enough' }, 'secret.authKey'],
    ] as const
    for (const [settings, secret, field] of cases)
      expect(await create(settings, secret)).toMatchObject({ status: 422, body: { errors: [{ field }] } })
    const unheard = await create({ version: '9' }, {})
    const message = 'One of these: 1, 2c, 3.'
    expect(unheard).toMatchObject({ status: 422, body: { errors: [{ field: 'settings.version', message }] } })
    const twice = await create({ version: '1' }, { community: 'public' })
    expect(twice.status).toBe(201)
    expect((await create({ version: '1' }, { community: 'public' })).status).toBe(409)
  })

  test('is tried where something of the organisation is known, and elsewhere by the house alone', async () => {
    const { admin, organisationId } = house
    const { items } = await admin.call('GET /credentials', { organisationId })
    const { id } = items[0]!
    const own = await member(house, 'technician', { organisationId })
    const ofHouse = await member(house, 'technician')
    const attempt = (address: string, more: object = {}, by: Client = own) =>
      by.send('POST /credentials/:id/try', { id, address, ...more })
    const refused = (code: string) => ({ status: 422, body: { errors: [{ field: 'address', code }] } })
    for (const address of ['239.1.2.3', '0.0.0.0', '255.255.255.255', 'ff02::1', '::ffff:8.8.8.8'])
      expect(await attempt(address, { confirmedOutside: true }), address).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'address', code: 'prefixForbidden' }] },
      })
    for (const address of ['198.51.100.7', '2001:db8::7']) {
      expect(await attempt(address, {}, ofHouse), address).toMatchObject(refused('prefixOutside'))
      expect(await attempt(address, { confirmedOutside: true }), address).toMatchObject(
        refused('addressUnknown'),
      )
    }
    for (const address of ['127.31.9.2', '169.254.169.254', '::1', 'fe80::1'])
      expect(await attempt(address), address).toMatchObject(refused('addressNearby'))
    expect((await attempt('127.31.9.2', {}, ofHouse)).status).toBe(200)

    // Private space holds the house's own networks and those of others too.
    expect(await attempt('10.90.1.2')).toMatchObject(refused('addressUnknown'))
    expect((await attempt('10.90.1.2', {}, ofHouse)).status).toBe(200)
    const { id: elsewhere } = await admin.call('POST /organisations', { name: 'Autre client' })
    await admin.call('POST /discoveries', { organisationId: elsewhere, prefix: '10.90.1.0/30' })
    expect(await attempt('10.90.1.2')).toMatchObject(refused('addressUnknown'))
    await admin.call('POST /discoveries', { organisationId, prefix: '10.90.1.0/30' })
    expect((await attempt('10.90.1.2')).status).toBe(200)
    const { id: assetId } = await admin.call('POST /assets', { organisationId, name: 'sw-10' })
    await admin.call('POST /addresses', { assetId, address: '10.90.2.2' })
    expect((await attempt('10.90.2.2')).status).toBe(200)

    // What only the organisation has is not there for who holds one of its sites.
    const { id: placeId } = await admin.call('POST /sites', { organisationId, name: 'Brest' })
    const ofSite = await member(house, 'technician', { organisationId, placeId })
    const bySite = await ofSite.send('POST /credentials/:id/try', { id, address: '10.1.2.3' })
    expect(bySite.status).toBe(404)
  })

  test('is tried so often within an hour, and no network is gone through', async () => {
    const { admin, organisationId } = house
    const { items } = await admin.call('GET /credentials', { organisationId })
    const own = await member(house, 'technician', { organisationId })
    const ask = { id: items[0]!.id, address: '10.90.1.2' }
    const tries = Array.from({ length: 61 }, () => own.send('POST /credentials/:id/try', ask))
    const answers = await Promise.all(tries)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60)
    expect(answers.filter(({ status }) => status !== 200)).toMatchObject([
      { status: 429, body: { code: 'too-many-requests' } },
    ])
  })

  test('a reader sees that they are there, and may neither try nor change them', async () => {
    const reader = await personWith(house, 'reader', 'SDIS 99')
    const { items } = await reader.call('GET /credentials', {})
    expect(items.length).toBeGreaterThan(0)
    const { id } = items[0]!
    expect((await reader.send('POST /credentials/:id/try', { id, address: '127.0.0.1' })).status).toBe(403)
    expect((await reader.send('DELETE /credentials/:id', { id })).status).toBe(403)
    await house.admin.call('POST /organisations', { name: 'Ailleurs' })
    const stranger = await personWith(house, 'engineer', 'Ailleurs')
    expect((await stranger.call('GET /credentials', {})).items).toEqual([])
    expect((await stranger.send('POST /credentials/:id/try', { id, address: '127.0.0.1' })).status).toBe(404)
    const theirs = (await stranger.call('GET /me')).id
    expect(theirs).toBeTruthy()
    const elsewhere = await stranger.send('POST /discoveries', {
      organisationId: house.organisationId,
      prefix: '127.31.9.0/30',
    })
    expect(elsewhere.status).toBeGreaterThanOrEqual(403)
  })
})
