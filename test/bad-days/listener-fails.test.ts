import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { firstAdministratorLink } from '#identity'
import { siteCreated } from '#estate/contract'
import { moveClock } from '#kernel/clock'
import { readConfig } from '#kernel/config'
import { defineDomain, type Domain } from '#kernel/domain'
import { listener, type Listener } from '#kernel/events'
import { startHouse } from '#kernel/house'
import { silentLog } from '#kernel/log'
import { client } from '#test/client'
import { testDatabase } from '#test/database'
import { domains } from '../../src/app.ts'
import { dataFolder } from './vigie.ts'

test('a listener that fails halfway does nothing of its half and runs again; the others go on', async () => {
  let breaks = true
  let attempts = 0
  const { admin, organisationId } = await houseWith([
    listener({
      name: 'planted.fails-halfway',
      on: siteCreated,
      async run(tx, event, context) {
        attempts += 1
        await note(tx, event.payload.id, 'halfway')
        context.journal({ subjectType: 'site', subjectId: event.payload.id, detail: { by: 'planted' } })
        if (breaks) throw new Error('planted')
      },
    }),
    listener({
      name: 'planted.goes-on',
      on: siteCreated,
      run: (tx, event) => note(tx, event.payload.id, 'well'),
    }),
  ])
  const addSite = async (name: string) => (await admin.call('POST /sites', { organisationId, name })).id
  const notesOf = async (id: string) => (await admin.call('GET /sites/:id', { id })).notes
  const saidOf = async (id: string) => {
    const { items } = await admin.call('GET /journal', { subjectId: id })
    return items.filter(({ operation }) => operation === 'planted.fails-halfway').length
  }

  const first = await addSite('first')
  await expect.poll(() => attempts, { timeout: 10_000 }).toBe(1)
  const second = await addSite('second')
  await expect.poll(() => notesOf(second), { timeout: 10_000 }).toBe(' well')
  await expect.poll(() => notesOf(first)).toBe(' well')
  await expect.poll(() => attempts).toBeGreaterThanOrEqual(2)
  expect(await saidOf(first)).toBe(0)

  breaks = false
  moveClock(60_000)
  await expect.poll(() => notesOf(first), { timeout: 10_000 }).toBe(' well halfway')
  await expect.poll(() => notesOf(second), { timeout: 10_000 }).toBe(' well halfway')
  expect(await saidOf(first)).toBe(1)
  const done = attempts
  moveClock(3_600_000)
  const third = await addSite('third')
  await expect.poll(() => notesOf(third), { timeout: 10_000 }).toMatch(/halfway/)
  expect(attempts, 'a delivery that was done is not done again').toBe(done + 1)
})

test('a listener sees and writes what its event’s organisation has, and nothing of another', async () => {
  const seen = new Map<string, string[]>()
  const { admin, organisationId } = await houseWith([
    listener({
      name: 'planted.looks-around',
      on: siteCreated,
      async run(tx, event) {
        const { rows } = await sql<{ name: string }>`
          update estate.sites set notes = 'seen' returning name`.execute(tx)
        seen.set(event.payload.id, rows.map(({ name }) => name).toSorted())
      },
    }),
  ])
  const other = await admin.call('POST /organisations', { name: 'Ailleurs' })
  const add = async (name: string, whose: string) =>
    (await admin.call('POST /sites', { organisationId: whose, name })).id
  const far = await add('Loin', other.id)
  await expect.poll(() => seen.get(far), { timeout: 10_000 }).toEqual(['Loin'])
  const near = await add('Près', organisationId)
  await expect.poll(() => seen.get(near), { timeout: 10_000 }).toEqual(['Près'])
})

async function note(tx: Parameters<Listener['run']>[0], id: string, word: string): Promise<void> {
  await sql`update estate.sites set notes = notes || ' ' || ${word} where id = ${id}`.execute(tx)
}

/** The whole house and one more domain, which has nothing but these listeners. */
async function houseWith(listeners: Listener[]) {
  const planted: Domain = {
    ...defineDomain({
      name: 'planted',
      here: import.meta.url,
      operations: [],
      hasMigrations: false,
      listeners,
    }),
    locales: undefined,
  }
  const folder = dataFolder()
  const address = await testDatabase()
  const house = await startHouse({
    config: readConfig({ env: { VIGIE_DATA: folder, VIGIE_LISTEN: '127.0.0.1:0' }, cwd: folder }),
    address,
    domains: [...domains, planted],
    masterKey: randomBytes(32),
    log: silentLog,
    version: 'test',
  })
  onTestFinished(async () => {
    await house.stop()
    await address.drop()
  })
  const url = await house.server.listen({ host: '127.0.0.1', port: 0 })
  const link = await firstAdministratorLink(house.database, url)
  const admin = client(url)
  const { organisationId } = await admin.call('POST /first-administrator', {
    token: link!.split('#')[1]!,
    name: 'Camille Martin',
    email: 'camille@example.org',
    password: 'a long test password',
    organisation: 'SDIS 99',
    language: 'en',
  })
  return { admin, organisationId }
}
