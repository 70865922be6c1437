import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartFault } from '#kernel/start/fault'

/** The operating system's account under which PostgreSQL runs when Vigie itself runs as root. */
export type Account = { name: string; uid: number; gid: number }

const accountName = 'vigie'

/**
 * The account for PostgreSQL, or null when Vigie already runs unprivileged. As root it is the owner of an existing
 * database folder, else the account `vigie`, which is made when it is absent: initdb refuses a user that has no
 * entry in passwd, and PostgreSQL refuses root.
 */
export function databaseAccount(databaseFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(databaseFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid }
  return find(accountName) ?? make() ?? noAccount()
}

/** The account's name for messages: a user without a passwd entry is named by its number. */
export function nameOf(uid: number): string {
  return entries().find((entry) => entry.uid === uid)?.name ?? `user ${uid}`
}

function find(name: string): Account | undefined {
  return entries().find((entry) => entry.name === name)
}

function entries(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map((fields) => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }))
}

function make(): Account | undefined {
  const useradd = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/vigie']
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  try {
    execFileSync('useradd', [...useradd, '--shell', '/usr/sbin/nologin', accountName], {
      stdio: 'pipe',
      env: { ...process.env, PATH: path },
    })
  } catch {
    // Two starts at once may both try, and an image may have no useradd at all: what counts is what is there now.
    return find(accountName) ?? find('postgres')
  }
  return find(accountName)
}

function noAccount(): never {
  throw new StartFault(
    'start-no-account',
    'PostgreSQL does not run as root, and the account "vigie" for it could not be created.',
    'Create it (useradd --system vigie), start Vigie as an ordinary user, or set DATABASE_URL.',
  )
}
