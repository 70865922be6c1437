import { chownSync, existsSync, lstatSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '#kernel/start/passwd'

// sockaddr_un holds 108 bytes with the closing zero (unix(7)); PostgreSQL's socket is `.s.PGSQL.<port>`.
const longestPathBytes = 107
const socketName = '/.s.PGSQL.5432'

/**
 * The folder of the server's socket: the database's own folder, or where that path is too long for a socket, a
 * private folder under /run or /tmp. mkdtemp makes that one, so nobody can have prepared its name; `record` (in the
 * data folder) remembers it for the next start and for other processes.
 */
export async function socketFolder(folder: string, record: string, account: Account | null): Promise<string> {
  if (Buffer.byteLength(folder + socketName) <= longestPathBytes) return folder
  const uid = account?.uid ?? process.getuid?.() ?? 0
  const earlier = existsSync(record) ? readFileSync(record, 'utf8') : ''
  if (earlier && isPrivate(earlier, uid)) return earlier
  const made = mkdtempSync(join(shortParent(), 'vigie-'))
  if (account) chownSync(made, account.uid, account.gid)
  await writeFile(record, made, { mode: 0o600 })
  return made
}

/** Removes a socket folder made outside the database's own, after the server has stopped. */
export async function removeSocketFolder(sockets: string, folder: string, record: string): Promise<void> {
  if (sockets === folder) return
  await rm(sockets, { recursive: true, force: true })
  await rm(record, { force: true })
}

function shortParent(): string {
  if (process.getuid?.() === 0 && existsSync('/run')) return '/run'
  const own = process.env['XDG_RUNTIME_DIR']
  if (own && own.length < 60 && existsSync(own)) return own
  return tmpdir().length < 60 ? tmpdir() : '/tmp'
}

function isPrivate(folder: string, uid: number): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === uid && (found.mode & 0o777) === 0o700
}
