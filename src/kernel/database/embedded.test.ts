import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import {
  connectionToRunning,
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedPostgres,
} from './embedded.ts'
import { copyBinaries, findBinaries, mendLinks } from './embedded/binaries.ts'
import type { Crash } from './embedded/supervise.ts'

const quiet = { info() {}, warn() {}, error() {} }
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

function makeFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'vigie-embedded-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(dataFolder: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log: quiet, settings: { fsync: 'off' }, ...more })
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
  const folder = makeFolder()
  const first = await start(folder)
  expect(await ask(first, `select current_database(), current_setting('server_encoding')`)).toEqual([
    ['vigie', 'UTF8'],
  ])
  await ask(first, `create table words as select 'été' as word`)
  await first.stop()
  const second = await start(folder)
  expect(await ask(second, 'select upper(word) from words')).toEqual([['ÉTÉ']])
})

test('nothing listens on the network, and the socket lies where only its account and root come', async () => {
  const server = await start(makeFolder())
  expect(await ask(server, 'show listen_addresses')).toEqual([['']])
  expect(lstatSync(server.connection('x').host!).mode & 0o077).toBe(0)
})

test('the machine’s locale and time zone do not show through', async () => {
  const before = { ...process.env }
  Object.assign(process.env, {
    LC_ALL: 'xx_YY.UTF-8',
    LANG: 'xx_YY',
    TZ: 'Pacific/Chatham',
    PGDATA: '/nowhere',
  })
  cleanups.push(() => (process.env = before))
  const server = await start(makeFolder())
  expect(await ask(server, `select current_setting('timezone'), current_setting('lc_messages')`)).toEqual([
    ['UTC', 'C'],
  ])
})

test('a server that is killed is started again, and says so', async () => {
  const { promise: crashed, resolve } = Promise.withResolvers<Crash>()
  const server = await start(makeFolder(), { onCrash: resolve })
  await ask(server, 'create table kept ()')
  const killed = server.pid
  process.kill(killed, 'SIGKILL')
  expect(await crashed).toMatchObject({ signal: 'SIGKILL', restartInMs: 100 })
  await expect
    .poll(() => ask(server, 'select * from kept').catch(() => null), { timeout: 15_000 })
    .toEqual([])
  expect(server.pid).not.toBe(killed)
})

test('a stop that comes while a crashed server waits for its restart ends it for good', async () => {
  const { promise: crashed, resolve } = Promise.withResolvers<Crash>()
  const server = await start(makeFolder(), { onCrash: resolve })
  process.kill(server.pid, 'SIGKILL')
  await crashed
  await server.stop()
  await server.exited
  expect(existsSync(join(server.folder, 'cluster/postmaster.pid')) && isPostgres(server.pid)).toBe(false)
})

test('a data folder has one server at a time', async () => {
  const folder = makeFolder()
  await start(folder)
  await expect(start(folder)).rejects.toMatchObject({
    code: 'start-already-running',
    sentence: expect.stringContaining(`process ${process.pid}`),
  })
})

test('where the path is too long for a socket, the socket has a private folder of its own', async () => {
  const parent = makeFolder()
  chmodSync(parent, 0o755)
  const folder = join(parent, 'a'.repeat(90))
  const server = await start(folder)
  const { host } = server.connection(server.superuser)
  expect(host!.length).toBeLessThan(60)
  expect(lstatSync(host!).mode & 0o777).toBe(0o700)
  expect(await ask(server, 'select 1')).toEqual([[1]])
  await server.stop()
  expect(existsSync(host!)).toBe(false)
})

test('data of a newer PostgreSQL are left alone', async () => {
  const folder = makeFolder()
  const server = await start(folder)
  await server.stop()
  await writeFile(join(server.folder, 'cluster/PG_VERSION'), '99\n')
  await expect(start(folder)).rejects.toMatchObject({
    code: 'start-data-newer',
    sentence: expect.stringMatching(/is of PostgreSQL 99, and this Vigie brings 18/),
  })
})

test('a setting that PostgreSQL refuses ends in its own words, and leaves nothing behind', async () => {
  const folder = makeFolder()
  const start = startEmbeddedPostgres({
    dataFolder: folder,
    log: quiet,
    settings: { shared_buffers: 'much' },
  })
  await expect(start).rejects.toMatchObject({
    code: 'start-database-failed',
    sentence: expect.stringContaining('invalid value for parameter "shared_buffers": "much"'),
  })
  expect(readdirSync(folder)).not.toContain('postgres.owner.json')
})

test('a stranger that has the number of a dead server is neither stopped nor in the way', async () => {
  const folder = makeFolder()
  const server = await start(folder)
  await server.stop()
  const stranger = spawn('/bin/sleep', ['60'], { stdio: 'ignore' })
  cleanups.push(() => stranger.kill())
  await once(stranger, 'spawn')
  const cluster = join(server.folder, 'cluster')
  await writeFile(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n5432\n${server.folder}\n`)
  await start(folder)
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
})

test('a process without a server of its own finds none where nobody runs', () => {
  expect(connectionToRunning(makeFolder())).toBeNull()
})

test('library links that npm did not make are mended, in place or in a copy', async () => {
  const binaries = findBinaries()
  const bare = { folder: join(makeFolder(), 'native'), version: binaries.version }
  mkdirSync(bare.folder)
  for (const name of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
    const isLink = (path: string) => lstatSync(path).isSymbolicLink()
    const options = { recursive: true, filter: (path: string) => !path.endsWith('.a') && !isLink(path) }
    await cp(join(binaries.folder, name), join(bare.folder, name), options)
  }
  expect(await canRun(bare.folder)).toBe(false)
  const copy = await copyBinaries(bare, makeFolder())
  expect(await canRun(copy.folder)).toBe(true)
  expect(mendLinks(bare.folder)).toBe(true)
  expect(await canRun(bare.folder)).toBe(true)
})

test.runIf(process.getuid?.() === 0)(
  'as root, a folder closed by its own mode alone is opened for passing',
  async () => {
    const folder = makeFolder()
    chmodSync(folder, 0o700)
    const server = await start(folder)
    expect(server.folder).toBe(join(folder, 'postgres'))
    expect(lstatSync(folder).mode & 0o777).toBe(0o711)
    expect(lstatSync(server.folder).uid).not.toBe(0)
  },
)

test.runIf(process.getuid?.() === 0)(
  'as root under a closed folder, the data lie under /var/lib/vigie',
  async () => {
    const closed = makeFolder()
    chmodSync(closed, 0o700)
    const folder = join(closed, 'data')
    const said: string[] = []
    const first = await start(folder, { say: (sentence) => said.push(sentence) })
    cleanups.splice(-1, 0, () => erase(first.folder))
    expect(first.folder).toMatch(/^\/var\/lib\/vigie\//)
    expect(said).toEqual([expect.stringContaining(first.folder)])
    await ask(first, 'create table kept ()')
    await first.stop()
    const second = await start(folder)
    expect(second.folder).toBe(first.folder)
    expect(await ask(second, 'select * from kept')).toEqual([])
    await second.stop()
    // A data folder begun anew does not meet the old data, but its owner hears where they are.
    rmSync(folder, { recursive: true })
    said.length = 0
    const third = await start(folder, { say: (sentence) => said.push(sentence) })
    cleanups.splice(-1, 0, () => erase(third.folder))
    expect(third.folder).not.toBe(first.folder)
    expect(said[0]).toBe(`An earlier database of ${folder}, no longer in use, lies in ${first.folder}.`)
  },
)

function erase(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  rmSync(`${folder}.belongs-to`, { force: true })
}

async function canRun(folder: string): Promise<boolean> {
  const child = spawn(join(folder, 'bin/postgres'), ['--version'], { stdio: 'ignore', env: {} })
  const [status] = await once(child, 'exit')
  return status === 0
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}
