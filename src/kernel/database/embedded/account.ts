import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartFault } from '#kernel/start/fault'
import { findAccount, nameOfUser, type Account } from '#kernel/start/passwd'

const accountName = 'vigie'

/**
 * The account for PostgreSQL, or null when Vigie already runs unprivileged. As root it is the owner of an existing
 * database folder, else the account `vigie`, which is made when it is absent: initdb refuses a user that has no
 * entry in passwd, and PostgreSQL refuses root.
 */
export function databaseAccount(databaseFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(databaseFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { name: nameOfUser(owner.uid), uid: owner.uid, gid: owner.gid }
  return findAccount(accountName) ?? make() ?? noAccount()
}

function make(): Account | undefined {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/vigie']
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  try {
    execFileSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', accountName], {
      stdio: 'pipe',
      env: { ...process.env, PATH: path },
    })
    return findAccount(accountName)
  } catch {
    // Two starts at once may both try, and an image may have no useradd at all: what counts is what is there now.
    return findAccount(accountName) ?? findAccount('postgres')
  }
}

function noAccount(): never {
  throw new StartFault(
    'start-no-account',
    'PostgreSQL does not run as root, and the account "vigie" for it could not be created.',
    'Create it (useradd --system vigie), start Vigie as an ordinary user, or set DATABASE_URL.',
  )
}
