import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { now } from '../clock.ts'

/** A folder of migrations and the schema they build: one for the kernel, one for each domain. */
export interface MigrationSet {
  schema: string
  folder: URL
}

/** The data was written by a newer Vigie, or a landed migration was edited: the program must not touch it. */
export class MigrationMismatch extends Error {
  readonly kind: 'newer' | 'edited'
  constructor(kind: 'newer' | 'edited', what: string) {
    super(what)
    this.kind = kind
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

/**
 * Brings the database to the present form: roles, then each set's migrations in order, each in a transaction of its
 * own, under one advisory lock so that several machines may start at once. Forward only.
 * @returns the names of the migrations that were applied.
 */
export async function migrate(owner: pg.ClientConfig, sets: readonly MigrationSet[]): Promise<string[]> {
  const client = new pg.Client(owner)
  // A server that dies between two statements shows in the next one; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('vigie migrations'))`)
    await prepare(client)
    const applied: string[] = []
    const known = await appliedBefore(client)
    for (const set of sets) applied.push(...(await applySet(client, set, known)))
    const leftOver = [...known.keys()][0]
    if (leftOver) throw new MigrationMismatch('newer', leftOver)
    return applied
  } finally {
    await client.end()
  }
}

/** Whether migrations were ever applied to this database. */
export async function isVigieDatabase(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('kernel.migrations') is not null as found`,
    )
    return rows[0]!.found
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    do $$
    declare
      -- From PostgreSQL 16 on, who makes a role is its member, and yet may not become it (createrole_self_grant).
      becoming text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
    begin
      if not exists (select from pg_roles where rolname = 'vigie_all') then create role vigie_all nologin; end if;
      if not exists (select from pg_roles where rolname = 'vigie_app') then create role vigie_app login noinherit; end if;
      if not pg_has_role('vigie_app', 'vigie_all', 'member') then grant vigie_all to vigie_app; end if;
      if not pg_has_role(current_user, 'vigie_app', becoming) then execute format('grant vigie_app to %I', current_user); end if;
      if not pg_has_role(current_user, 'vigie_all', becoming) then execute format('grant vigie_all to %I', current_user); end if;
    end $$;
    create schema if not exists kernel;
    grant usage on schema kernel to vigie_app, vigie_all;
    create table if not exists kernel.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null
    )`)
}

async function appliedBefore(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from kernel.migrations',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function applySet(client: pg.Client, set: MigrationSet, known: Map<string, string>): Promise<string[]> {
  const applied: string[] = []
  for (const migration of await readSet(set)) {
    const before = known.get(migration.name)
    known.delete(migration.name)
    if (before === migration.checksum) continue
    if (before !== undefined) throw new MigrationMismatch('edited', migration.name)
    await applyOne(client, set.schema, migration)
    applied.push(migration.name)
  }
  return applied
}

async function applyOne(client: pg.Client, schema: string, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(
      `create schema if not exists ${schema}; grant usage on schema ${schema} to vigie_app, vigie_all;` +
        `select set_config('vigie.now', '${now().toISOString()}', true)`,
    )
    await client.query(migration.sql)
    await client.query('insert into kernel.migrations (name, checksum, applied_at) values ($1, $2, $3)', [
      migration.name,
      migration.checksum,
      now(),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}

async function readSet(set: MigrationSet): Promise<Migration[]> {
  const folder = fileURLToPath(set.folder)
  const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.sql$/.test(file)).toSorted()
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(`${folder}/${file}`, 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { name: `${set.schema}/${file.slice(0, -4)}`, sql, checksum }
    }),
  )
}
