import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { StartLog } from '#kernel/start/log'
import { databaseFault } from './failure.ts'
import type { Place } from './place.ts'
import { settingArguments, type ServerSettings } from './settings.ts'
import { spawnBound } from './spawn.ts'

/** How a server process ended. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null }

/** One run of the server process. */
export type Server = {
  pid: number
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<Ending>
  /** Fast shutdown: open transactions are rolled back, a checkpoint is written. */
  stop(): Promise<void>
}

/** A checkpoint takes its time on a slow disk; cut short, the next start repeats it from the log. */
const shutdownLimitMs = 20_000
const quitLimitMs = 5_000

/** Starts postgres on the cluster and resolves when it accepts connections; a StartFault when it does not. */
export async function startServer(
  place: Place,
  cluster: string,
  sockets: string,
  settings: ServerSettings,
  log: StartLog,
): Promise<Server> {
  const args = ['-D', cluster, '-k', sockets, '-p', '5432', ...settingArguments(settings)]
  const program = join(place.binaries.folder, 'bin/postgres')
  const child = spawnBound(program, args, { account: place.account, cwd: place.folder })
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })
  await isReady(child, ended, place.folder, log)
  return { pid: child.pid!, ended, stop: () => stop(child, ended) }
}

async function isReady(
  child: ChildProcess,
  ended: Promise<Ending>,
  folder: string,
  log: StartLog,
): Promise<void> {
  let said = ''
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      if (line.includes('database system is ready to accept connections')) resolve()
      else report(line, log)
      if (said.length < 8_000) said += `${line}\n`
    })
  })
  const failed = ended.then(() => {
    throw databaseFault(said, folder)
  })
  // After the start, the end of the process is the supervisor's to see.
  failed.catch(() => {})
  await Promise.race([ready, failed])
}

// What every start and stop says. A stop ends the connections that are still open, and calls that fatal.
const everyday =
  /^(LOG: {2}(starting PostgreSQL|listening on|database system was shut down|received fast shutdown|aborting any active|background worker|shutting down|checkpoint |database system is shut down)|FATAL: {2}terminating connection due to administrator command)/

function report(line: string, log: StartLog): void {
  if (line.trim() === '' || everyday.test(line)) return
  if (/^(FATAL|PANIC):/.test(line)) log.error({ from: 'postgres' }, line)
  else log.info({ from: 'postgres' }, line)
}

async function stop(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), shutdownLimitMs)
  const despair = setTimeout(() => child.kill('SIGKILL'), shutdownLimitMs + quitLimitMs)
  await ended
  clearTimeout(impatience)
  clearTimeout(despair)
}
