import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts'

const quiet = { info() {}, warn() {}, error() {} }
const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-embedded-'))
  // mkdtemp's 0700 would be closed to PostgreSQL's own account when the tests run as root.
  await chmod(folder, 0o755)
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder: folder, log: quiet, settings: { fsync: 'off' } })
  cleanups.push(() => server.stop())
  return server
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client(server.connection(server.superuser))
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

test('a first start makes a UTF-8 database, and what is written there outlives a stop', async () => {
  const folder = await dataFolder()
  const first = await start(folder)
  expect(await ask(first, `select current_database(), current_setting('server_encoding')`)).toEqual([
    ['vigie', 'UTF8'],
  ])
  await ask(first, `create table words as select 'été' as word`)
  await first.stop()
  const second = await start(folder)
  expect(await ask(second, 'select upper(word) from words')).toEqual([['ÉTÉ']])
})
