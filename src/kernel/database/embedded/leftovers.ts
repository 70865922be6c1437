import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import type { StartLog } from '#kernel/start/log'
import { hasEnded, processesIn, signal, type ProcessIdentity } from './process.ts'

/**
 * Ends the PostgreSQL processes that an earlier Vigie left on this cluster (kill -9, a crash of the machine), and
 * removes a postmaster.pid whose number now belongs to a stranger, on which PostgreSQL would refuse to start.
 * Only processes whose working folder is the cluster itself are touched: PostgreSQL's all are, and nobody else's.
 */
export async function endLeftovers(cluster: string, log: StartLog): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const folder = realpathSync(cluster)
  const postmaster = readPostmaster(pidFile, folder)
  if (postmaster) {
    log.warn({ pid: postmaster.pid }, 'stopping the PostgreSQL that an earlier start left running')
    await end(postmaster)
  }
  for (const backend of processesIn(folder)) await end(backend)
  await rm(pidFile, { force: true })
}

function readPostmaster(pidFile: string, folder: string): ProcessIdentity | null {
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  return processesIn(folder).find((identity) => identity.pid === pid) ?? null
}

/** Fast shutdown (SIGINT) first, since it writes a checkpoint; then without one; then by force. */
async function end(identity: ProcessIdentity): Promise<void> {
  for (const [name, timeoutMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(identity, name)
    if (await hasEnded(identity, timeoutMs)) return
  }
}
