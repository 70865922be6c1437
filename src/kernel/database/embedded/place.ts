import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isBegun } from '#kernel/start/data-folder'
import { StartFault } from '#kernel/start/fault'
import { nameOfUser, type Account } from '#kernel/start/passwd'
import { databaseAccount } from './account.ts'
import { copyBinaries, findBinaries, mendLinks, type Binaries } from './binaries.ts'

/** Where the embedded PostgreSQL lives: its folder (private to its account), its programs, and whom it runs as. */
export type Place = { folder: string; binaries: Binaries; account: Account | null }

/** Where the account's own things lie when the data folder or the checkout is closed to it. */
export const systemFolder = '/var/lib/vigie'

/**
 * Finds or makes the folder `postgres` of the data folder. As root it belongs to PostgreSQL's account; where that
 * account cannot reach it, the folder is under /var/lib/vigie and `postgres` in the data folder is a link to it, so
 * that data moves with its data folder and a new data folder never meets old data. `say` is told about it.
 */
export async function findPlace(dataFolder: string, say: (sentence: string) => void): Promise<Place> {
  const link = join(dataFolder, 'postgres')
  const account = databaseAccount(link)
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
    if (account && !canPass(account, dataFolder)) placeElsewhere(dataFolder, link, account, say)
    else makePrivate(link, account)
  }
  const folder = follow(link)
  refuseForeign(folder, dataFolder)
  if (account && !canEnter(account, folder)) closed(folder, account)
  if (!folder.startsWith(`${realpathSync(dataFolder)}/`)) {
    say(`${dataFolder} is closed to the account "${account?.name}": the database lies in ${folder}.`)
  }
  return { folder, account, binaries: await reachableBinaries(account, dataFolder) }
}

/**
 * Whether the account can pass through the data folder. One that is only closed itself (made with mode 0700, and
 * still empty but for our own files) is opened for passing through, which shows nobody what is in it.
 */
function canPass(account: Account, dataFolder: string): boolean {
  if (canEnter(account, dataFolder)) return true
  const isOurs = isBegun(dataFolder) || readdirSync(dataFolder).length === 0
  const { mode, uid } = statSync(dataFolder)
  if (!isOurs || uid !== process.getuid?.() || !canEnter(account, dirname(realpathSync(dataFolder))))
    return false
  chmodSync(dataFolder, (mode & 0o7777) | 0o011)
  return canEnter(account, dataFolder)
}

function placeElsewhere(
  dataFolder: string,
  link: string,
  account: Account,
  say: (sentence: string) => void,
): void {
  const hash = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 8)
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  const earlier = readdirSync(systemFolder).find((name) => name.startsWith(hash) && !name.includes('.'))
  if (earlier)
    say(`An earlier database of ${dataFolder}, no longer in use, lies in ${join(systemFolder, earlier)}.`)
  const folder = join(systemFolder, `${hash}-${randomBytes(4).toString('hex')}`)
  makePrivate(folder, account)
  writeFileSync(`${folder}.belongs-to`, `${realpathSync(dataFolder)}\n`)
  symlinkSync(folder, link)
}

function makePrivate(folder: string, account: Account | null): void {
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}

/** The binaries in node_modules, or a copy where the account cannot read those or their links cannot be made. */
async function reachableBinaries(account: Account | null, dataFolder: string): Promise<Binaries> {
  const binaries = findBinaries()
  const program = join(binaries.folder, 'bin/postgres')
  if (mendLinks(binaries.folder) && (!account || canRun(account, program))) return binaries
  const parent = account ? systemFolder : dataFolder
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  return copyBinaries(binaries, parent)
}

function canEnter(account: Account, folder: string): boolean {
  return asAccount(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])
}

function canRun(account: Account, program: string): boolean {
  return asAccount(account, program, ['--version'])
}

/** Asks the system by trying: modes alone say nothing of ACLs, user namespaces and network file systems. */
function asAccount(account: Account, file: string, args: string[]): boolean {
  const result = spawnSync(file, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
    env: {},
  })
  return result.status === 0
}

function follow(link: string): string {
  if (existsSync(link)) return realpathSync(link)
  throw new StartFault(
    'start-database-failed',
    `${link} is a link to a database that is no longer there.`,
    'Put that folder back, or remove the link to begin with an empty database.',
  )
}

function refuseForeign(folder: string, dataFolder: string): void {
  const uid = process.getuid?.() ?? 0
  const owner = statSync(folder).uid
  if (uid === 0 || owner === uid) return
  throw new StartFault(
    'start-data-of-another-user',
    `The data in ${dataFolder} belongs to ${nameOfUser(owner)}, and Vigie was started by ${nameOfUser(uid)}.`,
    `Start it as the user that began it (root, or ${nameOfUser(owner)}), or set VIGIE_DATA to another folder.`,
  )
}

function closed(folder: string, account: Account): never {
  throw new StartFault(
    'start-folder-not-writable',
    `The account "${account.name}", which runs PostgreSQL, can no longer enter ${folder}.`,
    'Open the folders above it for passing through (chmod o+x), or move the data folder.',
  )
}
