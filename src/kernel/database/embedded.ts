import { join, resolve } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { prepareDataFolder } from '#kernel/start/data-folder'
import { checkDisk } from '#kernel/start/disk'
import { StartFault } from '#kernel/start/fault'
import type { StartLog } from '#kernel/start/log'
import { prepareCluster, superuser } from './embedded/cluster.ts'
import { endLeftovers } from './embedded/leftovers.ts'
import { livingOwner, recordOwner, removeOwner } from './embedded/owner.ts'
import { findPlace, type Place } from './embedded/place.ts'
import { hasEnded } from './embedded/process.ts'
import { startServer } from './embedded/server.ts'
import type { ServerSettings } from './embedded/settings.ts'
import { removeSocketFolder, socketFolder } from './embedded/socket.ts'
import { supervise, type Crash, type Supervised } from './embedded/supervise.ts'

/** The one database of Vigie in the embedded server. */
const database = 'vigie'
const stopPatienceMs = 3_000

export type EmbeddedOptions = {
  /** The data folder; the server's files lie in `postgres` under it, or where that link leads. */
  dataFolder: string
  log: StartLog
  /** PostgreSQL's own settings, over the defaults (tests: fsync off). */
  settings?: ServerSettings
  /** Told what a person should know at the start (where the data lie). Default: the log. */
  say?: (sentence: string) => void
  /** Told when the server ended by itself; it is started again after `restartInMs`. */
  onCrash?: (crash: Crash) => void
}

export type EmbeddedPostgres = {
  /** The settings of a `pg` client or pool over the private Unix socket; no password. */
  connection(user: string, database?: string): ClientConfig
  /** The postmaster's process; another one after a crash. */
  readonly pid: number
  superuser: string
  database: string
  /** The server's folder, links followed. */
  folder: string
  /** Stops the server with a fast shutdown; safe to call twice. */
  stop(): Promise<void>
  /** Resolves when the server has been stopped for good. */
  exited: Promise<void>
}

/**
 * Starts PostgreSQL on the data folder, made at the first start, and resolves when its database accepts connections.
 * It ends with this process, however that ends. Raises a StartFault for whatever a person must put right.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options
  const dataFolder = resolve(options.dataFolder)
  prepareDataFolder(dataFolder)
  await refuseSecond(dataFolder)
  const place = await findPlace(dataFolder, options.say ?? ((sentence) => log.info({}, sentence)))
  checkDisk(place.folder)
  const record = join(dataFolder, 'postgres.socket')
  const sockets = await socketFolder(place.folder, record, place.account)
  await recordOwner(dataFolder, sockets)
  const leave = async () => {
    await removeSocketFolder(sockets, place.folder, record)
    await removeOwner(dataFolder)
  }
  const server = await startOn(place, sockets, options).catch(async (error: unknown) => {
    await leave()
    throw error
  })
  return {
    connection: connector(sockets),
    get pid() {
      return server.pid()
    },
    superuser,
    database,
    folder: place.folder,
    exited: server.exited,
    async stop() {
      await server.stop()
      await leave()
    },
  }
}

async function startOn(place: Place, sockets: string, options: EmbeddedOptions): Promise<Supervised> {
  const { log, settings = {}, onCrash = () => {} } = options
  const cluster = await prepareCluster(place, settings['fsync'] !== 'off')
  const start = async () => {
    await endLeftovers(cluster, log)
    return startServer(place, cluster, sockets, settings, log)
  }
  const server = supervise(await start(), start, log, onCrash)
  try {
    await makeDatabase(connector(sockets))
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The connection to a server that another living Vigie process runs on this data folder, or null. */
export function connectionToRunning(dataFolder: string): EmbeddedPostgres['connection'] | null {
  const owner = livingOwner(resolve(dataFolder))
  return owner && owner.pid !== process.pid ? connector(owner.sockets) : null
}

function connector(sockets: string): EmbeddedPostgres['connection'] {
  return (user, name = database) => ({ host: sockets, port: 5432, user, database: name })
}

async function makeDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  const client = new Client(connection(superuser, 'postgres'))
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

/**
 * Data have one Vigie at a time. One that has just been told to stop is given a moment for it: npm hands the prompt
 * back on Ctrl-C before its script has ended.
 */
async function refuseSecond(dataFolder: string): Promise<void> {
  const owner = livingOwner(dataFolder)
  if (!owner || (owner.pid !== process.pid && (await hasEnded(owner, stopPatienceMs)))) return
  throw new StartFault(
    'start-already-running',
    `Vigie already runs on the data in ${dataFolder} (process ${owner.pid}).`,
    'Stop that one first, or set VIGIE_DATA to another folder.',
  )
}
