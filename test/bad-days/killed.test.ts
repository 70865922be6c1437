import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { connectionToRunning } from '#kernel/database/embedded'
import { superuser } from '#kernel/database/embedded/cluster'
import { client } from '#test/client'
import { expectPromisesKept } from './promises.ts'
import { dataFolder, launchVigie, signIn, startVigie, vigieCommand } from './vigie.ts'
import { startWriters } from './writers.ts'

test('kill -9 during writes: the next start works, what was answered is there, the journal holds', async () => {
  const data = dataFolder()
  const first = await startVigie(data)
  const writers = await startWriters(await signIn(first))
  await writers.more(40)
  await first.kill()
  await writers.stop()

  const second = await startVigie(data)
  const admin = await signIn(second)
  await expectPromisesKept(admin, writers)
  const after = await startWriters(admin)
  await after.more(5)
  await after.stop()
  const verdict = await vigieCommand(data, ['audit', 'verify'])
  expect(verdict).toMatchObject({ code: 0, said: expect.stringContaining('The journal holds') })
  expect(await second.stop()).toBe(0)
}, 60_000)

/** Moments of a first start, each a sign that can be waited for, and how long after it the blow falls. */
const moments: [string, (data: string) => boolean, number][] = [
  ['while the cluster is being made', (data) => existsSync(join(data, 'postgres')), 200],
  ['as the database comes up', isUp, 0],
  ['400 ms later', isUp, 400],
]

test.each(moments)(
  'kill -9 of a first start %s: the next start works',
  async (_moment, sign, laterMs) => {
    const data = dataFolder()
    const first = launchVigie(data)
    await expect.poll(() => sign(data), { timeout: 30_000, interval: 5 }).toBe(true)
    // A blow at a time, not a wait for something: wherever it falls, the next start must work.
    await new Promise((resolve) => setTimeout(resolve, laterMs))
    expect(first.isRunning(), first.said()).toBe(true)
    await first.end('SIGKILL')

    await startsWell(data)
  },
  60_000,
)

test('kill -9 in the middle of a migration: nothing of it stays, and the next start makes it', async () => {
  const data = dataFolder()
  const first = launchVigie(data)
  const database = await superuserOf(data)
  // Every table that a migration makes waits for the lock that this session holds, within the migration.
  await database.query(`select pg_advisory_lock(8420)`)
  await database.query(`
    create function public.wait() returns event_trigger language plpgsql as $$ begin
      if exists (select from pg_event_trigger_ddl_commands() where object_identity <> 'kernel.migrations') then
        perform pg_advisory_xact_lock_shared(8420);
      end if;
    end $$;
    create event trigger wait on ddl_command_end when tag in ('CREATE TABLE') execute function public.wait()`)
  const waiting = async () => {
    const { rows } = await database.query<{ query: string }>(
      `select query from pg_stat_activity where wait_event = 'advisory' and query ~* 'create table'`,
    )
    return rows.length
  }
  await expect.poll(waiting, { timeout: 30_000, interval: 20 }).toBe(1)
  await first.end('SIGKILL')
  await startsWell(data)
}, 120_000)

/** A session of the database's superuser as soon as there is one, before the migrations have come far. */
async function superuserOf(data: string): Promise<Client> {
  for (;;) {
    const connection = connectionToRunning(data)
    const session = connection && new Client(connection(superuser))
    // It goes down with the server.
    session?.on('error', () => undefined)
    const isIn = await session?.connect().then(
      () => true,
      () => false,
    )
    if (session && isIn) return session
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function startsWell(data: string): Promise<void> {
  const second = await startVigie(data)
  expect((await client(second.url).send('GET /api/health')).status).toBe(200)
  await (await signIn(second)).call('GET /sites')
  expect(await second.stop()).toBe(0)
}

function isUp(data: string): boolean {
  return existsSync(join(data, 'postgres/.s.PGSQL.5432'))
}
