import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startTestHouse } from '#test/house'

test('a write that runs while it stops is answered, although a stream is open', async () => {
  const house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { admin, organisationId, database } = house
  const headers = { cookie: admin.cookie! }
  const stream = await fetch(new URL('/api/v1/events', house.url), { headers })
  expect(stream.status).toBe(200)
  const ended = stream.text().catch(() => 'cut')

  const held = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  const holding = database.system(async (tx) => {
    await sql`lock table estate.sites in exclusive mode`.execute(tx)
    held.resolve()
    await free.promise
  })
  await held.promise
  const writing = admin
    .send('POST /sites', { organisationId, name: 'Caserne' })
    .catch(() => ({ status: 'cut' }))
  await expect
    .poll(() =>
      database.system(
        async (tx) => (await sql`select from pg_locks where not granted`.execute(tx)).rows.length,
      ),
    )
    .toBe(1)

  const stopped = house.stop()
  expect(await ended).not.toBe('cut')
  free.resolve()
  await holding
  expect((await writing).status).toBe(201)
  await stopped
})
