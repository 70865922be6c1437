import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { noAccess } from '../access.ts'
import { createDatabase, openPool, type Database } from '../database.ts'
import { silentLog } from '../log.ts'

let own: Awaited<ReturnType<typeof testDatabase>>
let database: Database
beforeAll(async () => {
  own = await testDatabase()
  database = createDatabase(openPool(own.app, silentLog), { requestMs: 300, jobMs: 1_500 })
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`

test('a statement that takes too long is given up, and the connection goes on', async () => {
  const slow = database.read(noAccess, (tx) => sleep(30).execute(tx))
  await expect(slow).rejects.toMatchObject({ code: 'database-unavailable' })
  await expect(database.read(noAccess, (tx) => sleep(0).execute(tx))).resolves.toBeDefined()
})

test('a job may take longer than a request', async () => {
  await expect(database.system((tx) => sleep(0.6).execute(tx), { isJob: true })).resolves.toBeDefined()
  const isJob = true
  await expect(database.system((tx) => sleep(30).execute(tx), { isJob })).rejects.toMatchObject({
    code: 'database-unavailable',
  })
})

test('a server that is frozen is not waited for', async () => {
  let frozen = 0
  const asked = database.read(noAccess, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    frozen = rows[0]!.pid
    process.kill(frozen, 'SIGSTOP')
    await sleep(0).execute(tx)
  })
  try {
    await expect(asked).rejects.toMatchObject({ code: 'database-unavailable' })
  } finally {
    process.kill(frozen, 'SIGCONT')
  }
  await expect(database.read(noAccess, (tx) => sleep(0).execute(tx))).resolves.toBeDefined()
})
