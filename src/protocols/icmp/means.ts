import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type IcmpWay = 'fping' | 'ping' | 'none'

/** Why the best way, `fping`, is not the one in use. */
export type FpingMissing = 'fping-not-installed' | 'fping-not-permitted'

/** What this machine has for sending echo requests without being root itself. */
export interface IcmpMeans {
  way: IcmpWay
  missing: FpingMissing | null
  /** The program of that way; empty when there is none. */
  program: string
  /** util-linux's `setpriv`, where it knows `--pdeathsig`. */
  setpriv: string | null
}

/** Debian keeps some of these out of the PATH of services. */
const systemFolders = ['/usr/bin', '/usr/sbin', '/bin', '/sbin', '/usr/local/bin', '/usr/local/sbin']

let found: IcmpMeans | undefined

/** The means of this machine, looked for once: a `fping` installed later is used from the next start. */
export function icmpMeans(): IcmpMeans {
  found ??= findMeans([...(process.env.PATH ?? '').split(delimiter), ...systemFolders])
  return found
}

/** Looks for programs in these folders, and tries them on the loopback: a file that may not open sockets is no use. */
export function findMeans(folders: readonly string[]): IcmpMeans {
  const setpriv = programIn(folders, 'setpriv')
  const knowsDeath = setpriv !== null && exitCode(setpriv, ['--pdeathsig=TERM', 'true']) === 0
  const rest = { setpriv: knowsDeath ? setpriv : null }
  const fping = programIn(folders, 'fping')
  // 0: answered, 1: no answer; 4: may not open a socket.
  if (fping && exitCode(fping, ['-q', '-c', '1', '-t', '100', '127.0.0.1']) <= 1) {
    return { way: 'fping', missing: null, program: fping, ...rest }
  }
  const missing = fping ? 'fping-not-permitted' : 'fping-not-installed'
  const ping = programIn(folders, 'ping')
  if (ping && exitCode(ping, ['-n', '-c', '1', '-W', '1', '127.0.0.1']) <= 1) {
    return { way: 'ping', missing, program: ping, ...rest }
  }
  return { way: 'none', missing, program: '', ...rest }
}

function programIn(folders: readonly string[], name: string): string | null {
  for (const folder of folders) {
    if (folder === '') continue
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return null
}

function exitCode(program: string, args: string[]): number {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 3_000 }).status ?? 255
}
