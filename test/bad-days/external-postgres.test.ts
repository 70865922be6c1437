import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres } from '#kernel/database/embedded'
import { silentLog } from '#kernel/log'
import { member } from '#test/member'
import { asSuperuser, debianPostgresMissing, startDebianPostgres } from './debian-postgres.ts'
import { dataFolder, signIn, startVigie, vigieCommand } from './vigie.ts'

const ownAccount = [
  `create role vigie_owner login createrole password 'its own secret'`,
  'create database vigie owner vigie_owner encoding UTF8 template template0',
]

test.for<[string, string[], string]>([
  ['an account of its own with CREATEROLE', ownAccount, 'vigie_owner:its%20own%20secret'],
  [
    'the superuser',
    ['create database vigie encoding UTF8 template template0'],
    'boss:secret%20of%20the%20boss',
  ],
])(
  'Debian’s PostgreSQL with %s: starts, migrates, isolates, starts again',
  { timeout: 90_000 },
  async ([_who, statements, account], { skip }) => {
    const missing = debianPostgresMissing()
    if (missing && process.env.CI) throw new Error(missing)
    skip(missing !== null, missing ?? '')
    const server = await startDebianPostgres()
    await asSuperuser(server, ...statements)
    await livesOn(`postgresql://${account}@${server.host}:${server.port}/vigie`)
  },
)

/** From 16 on, CREATEROLE no longer lets an account become the roles that it makes. */
test('a PostgreSQL newer than Debian’s with an account of its own works too', async () => {
  const server = await startEmbeddedPostgres({
    dataFolder: dataFolder(),
    log: silentLog,
    settings: { fsync: 'off', listen_addresses: '' },
  })
  onTestFinished(() => server.stop())
  await asSuperuser(
    server.connection(server.superuser, 'postgres'),
    `create role landlord login createrole`,
    'create database external owner landlord encoding UTF8 template template0',
  )
  const { host, port } = server.connection('landlord')
  const databaseUrl = `postgresql://landlord@localhost/external?host=${encodeURIComponent(host!)}&port=${port}`
  const masterKey = randomBytes(32).toString('base64')
  const env = { DATABASE_URL: databaseUrl, VIGIE_MASTER_KEY: masterKey }
  const nothing = await vigieCommand(dataFolder(), ['audit', 'verify'], env)
  expect(nothing).toMatchObject({ code: 1, said: expect.stringContaining('There is no Vigie in') })
  await livesOn(databaseUrl, env)
  await joins(env)
}, 180_000)

/** Another machine, with a data folder of its own, on the database that others began. */
async function joins(env: Record<string, string>): Promise<void> {
  const data = dataFolder()
  const machine = await startVigie(data, { env })
  const holds = { code: 0, said: expect.stringContaining('The journal holds') }
  expect(await vigieCommand(data, ['audit', 'verify'], env)).toMatchObject(holds)
  expect(await machine.stop()).toBe(0)

  await rm(join(data, 'journal.head'))
  const lost = await vigieCommand(data, ['audit', 'verify'], env)
  expect(lost).toMatchObject({ code: 1, said: expect.stringContaining('journal.head is missing') })
  expect(await vigieCommand(data, ['audit', 'accept'], env)).toMatchObject({ code: 0 })
  expect(await vigieCommand(data, ['audit', 'verify'], env)).toMatchObject(holds)
}

async function livesOn(
  databaseUrl: string,
  env: Record<string, string> = { DATABASE_URL: databaseUrl },
): Promise<void> {
  const data = dataFolder()
  const options = { env }
  const first = await startVigie(data, options)
  expect(existsSync(join(data, 'postgres')), 'no embedded database beside it').toBe(false)
  const admin = await signIn(first)
  const { items } = await admin.call('GET /organisations')
  const other = await admin.call('POST /organisations', { name: 'Autre' })
  await admin.call('POST /sites', { organisationId: items[0]!.id, name: 'Caserne de Brest' })
  await admin.call('POST /sites', { organisationId: other.id, name: 'Ailleurs' })
  const reader = await member({ admin, url: first.url }, 'reader', { organisationId: other.id })
  const seen = await reader.call('GET /sites')
  expect(seen.items.map(({ name }) => name)).toEqual(['Ailleurs'])
  const refused = await reader.send('POST /sites', { organisationId: other.id, name: 'Non' })
  expect(refused.status).toBe(403)
  expect(await first.stop()).toBe(0)

  const second = await startVigie(data, options)
  const sites = await (await signIn(second)).call('GET /sites', { sort: 'name' })
  expect(sites.items.map(({ name }) => name)).toEqual(['Ailleurs', 'Caserne de Brest'])
  const verdict = await vigieCommand(data, ['audit', 'verify'], options.env)
  expect(verdict).toMatchObject({ code: 0, said: expect.stringContaining('The journal holds') })
  expect(await second.stop()).toBe(0)
}
