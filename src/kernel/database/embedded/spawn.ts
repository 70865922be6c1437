import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import type { Account } from '#kernel/start/passwd'

/** Who runs a program, and where: an account (as root only) and a working folder it can enter. */
export type Surroundings = { account: Account | null; cwd: string }

// A second line of defence where setpriv is absent: a shell of its own holds the read end of a pipe, and when its
// writer (this process) is gone without having said a word, it sends the program a SIGINT.
const watched = 'exec 3<&0; ( (read word <&3 || kill -INT $$) & ); exec "$@" 3<&- </dev/null'

/**
 * Starts a program of PostgreSQL in a session of its own (so that a terminal's Ctrl-C does not reach it), with an
 * empty environment, and so that it gets SIGINT (a fast shutdown) when this process dies, even by kill -9.
 */
export function spawnBound(file: string, args: string[], { account, cwd }: Surroundings): ChildProcess {
  const ids = account ? { uid: account.uid, gid: account.gid } : {}
  const base = { cwd, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, detached: true }
  const setpriv = findSetpriv()
  if (!setpriv) {
    const command = ['-c', watched, 'vigie-watch', file, ...args]
    const child = spawn('/bin/sh', command, { ...base, ...ids, stdio: ['pipe', 'ignore', 'pipe'] })
    child.stdin?.on('error', () => {})
    child.once('exit', () => child.stdin?.end('done\n'))
    return child
  }
  const change = account
    ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--pdeathsig=INT']
    : ['--pdeathsig=INT']
  return spawn(setpriv, [...change, '--', file, ...args], { ...base, stdio: ['ignore', 'ignore', 'pipe'] })
}

function findSetpriv(): string | undefined {
  return ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
