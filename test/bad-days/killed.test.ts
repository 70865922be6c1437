import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connectionToRunning, startEmbeddedPostgres } from '#kernel/database/embedded'
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

/** Moments of a first start, each a sign that can be waited for. */
const moments: [string, (data: string) => boolean | Promise<boolean>][] = [
  ['as the data folder is laid out', (data) => existsSync(join(data, 'postgres'))],
  ['while the cluster is being made', (data) => existsSync(join(data, 'postgres/cluster.new/PG_VERSION'))],
  ['as the database comes up', (data) => existsSync(join(data, 'postgres/.s.PGSQL.5432'))],
  ['between two migrations', hasMigrations],
]

test.each(moments)(
  'kill -9 of a first start %s: the next start works',
  async (_moment, sign) => {
    const data = dataFolder()
    const first = launchVigie(data)
    await expect.poll(() => sign(data), { timeout: 30_000, interval: 5 }).toBe(true)
    expect(first.isRunning(), first.said()).toBe(true)
    await first.end('SIGKILL')

    await startsWell(data)
  },
  60_000,
)

test('kill -9 in the middle of a migration: nothing of it stays, and the next start makes it', async () => {
  const data = dataFolder()
  const release = await holdMigrations(data)
  const first = launchVigie(data)
  await expect.poll(() => heldMigrations(data), { timeout: 30_000, interval: 50 }).toBe(1)
  await first.end('SIGKILL')
  release()
  await startsWell(data)
}, 120_000)

/**
 * Makes the cluster, and in it a trigger by which whatever makes a table of a migration waits within its transaction.
 * @returns what lets later migrations through
 */
async function holdMigrations(data: string): Promise<() => void> {
  // A file, since nothing in the database can be changed while no server runs; the server's account may look at it.
  const folder = mkdtempSync(join(tmpdir(), 'vigie-hold-'))
  chmodSync(folder, 0o755)
  const hold = join(folder, 'hold')
  writeFileSync(hold, '')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))

  const log = { info() {}, warn() {}, error() {} }
  const server = await startEmbeddedPostgres({ dataFolder: data, log, say: () => undefined })
  const session = new Client(server.connection(superuser))
  await session.connect()
  await session.query(`
    create function public.hold() returns event_trigger language plpgsql security definer as $$ begin
      if exists (select from pg_event_trigger_ddl_commands() where object_identity <> 'kernel.migrations')
        and (pg_stat_file('${hold}', true)).size is not null
      then perform pg_sleep(600); end if;
    end $$;
    create event trigger hold on ddl_command_end when tag in ('CREATE TABLE') execute function public.hold()`)
  await session.end()
  await server.stop()
  return () => rmSync(hold)
}

/** How many migrations wait in the trigger of {@link holdMigrations}; 0 where no server answers yet. */
async function heldMigrations(data: string): Promise<number> {
  const held = await asked(data, `select from pg_stat_activity where wait_event = 'PgSleep'`)
  return held.length
}

async function hasMigrations(data: string): Promise<boolean> {
  return (await asked(data, 'select from kernel.migrations')).length > 0
}

/** What the database of a Vigie that runs answers: nothing where it is not there yet. */
async function asked(data: string, query: string): Promise<object[]> {
  const connection = connectionToRunning(data)
  if (!connection) return []
  const session = new Client(connection(superuser))
  // It goes down with the server.
  session.on('error', () => undefined)
  return session
    .connect()
    .then(() => session.query<object>(query))
    .then(
      ({ rows }) => rows,
      () => [],
    )
    .finally(() => session.end().catch(() => undefined))
}

async function startsWell(data: string): Promise<void> {
  const second = await startVigie(data)
  expect((await client(second.url).send('GET /api/health')).status).toBe(200)
  await (await signIn(second)).call('GET /sites')
  expect(await second.stop()).toBe(0)
}
