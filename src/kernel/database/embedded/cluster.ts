import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFault } from '#kernel/start/fault'
import { databaseFault } from './failure.ts'
import type { Place } from './place.ts'
import { spawnBound } from './spawn.ts'

/** The superuser of the embedded server; it exists only behind the private socket. */
export const superuser = 'vigie_owner'

/**
 * The cluster's folder, made at the first start. initdb works beside it and the result is renamed, so that a start
 * cut short leaves no half-made cluster. Raises a StartFault where the data are of another major version.
 */
export async function prepareCluster(place: Place, isDurable: boolean): Promise<string> {
  const cluster = join(place.folder, 'cluster')
  if (existsSync(cluster)) {
    checkVersion(cluster, place)
    return cluster
  }
  const unfinished = `${cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  await initialise(unfinished, place, isDurable)
  await rename(unfinished, cluster)
  return cluster
}

async function initialise(folder: string, place: Place, isDurable: boolean): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ]
  const program = join(place.binaries.folder, 'bin/initdb')
  const child = spawnBound(program, args, { account: place.account, cwd: place.folder })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (status !== 0) throw databaseFault(stderr, place.folder)
}

function checkVersion(cluster: string, place: Place): void {
  const file = join(cluster, 'PG_VERSION')
  const found = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  const ours = Number.parseInt(place.binaries.version, 10)
  if (found === ours) return
  if (found > ours) {
    throw new StartFault(
      'start-data-newer',
      `The database in ${place.folder} is of PostgreSQL ${found}, and this Vigie brings ${ours}.`,
      'Start the newer Vigie that made it, or restore a backup of this version.',
    )
  }
  if (found < ours) {
    throw new StartFault(
      'start-data-older',
      `The database in ${place.folder} is of PostgreSQL ${found}, and this Vigie brings ${ours}.`,
      'Make a backup with the Vigie that made it and restore it here, or go back to that Vigie.',
    )
  }
  throw new StartFault(
    'start-database-failed',
    `${cluster} holds no PostgreSQL database (its file PG_VERSION is missing).`,
    'Restore a backup, or move that folder away to begin with an empty database.',
  )
}
