import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstAdministratorJudges } from '#identity'
import type { Config } from '#kernel/config'
import { readConfig } from '#kernel/config'
import { isVigieDatabase, migrate, MigrationMismatch, type DatabaseAddress } from '#kernel/database'
import { connectionToRunning, startEmbeddedPostgres } from '#kernel/database/embedded'
import { migrationSets } from '#kernel/house'
import { Problem } from '#kernel/errors'
import { createLog, type Log } from '#kernel/log'
import { isBegun, prepareDataFolder } from '#kernel/start/data-folder'
import { checkDatabase } from '#kernel/start/database'
import { StartFault } from '#kernel/start/fault'
import { openMasterKey } from '#kernel/start/master-key'
import { certificateJudges } from '#kernel/tls'
import { domains } from '../app.ts'

/** The checkout: the defaults stand on it, wherever the command is typed. */
export const home = fileURLToPath(new URL('../..', import.meta.url))

export interface CliGround {
  config: Config
  log: Log
  address: DatabaseAddress
  masterKey: Buffer
  isFirstStart: boolean
  /** Stops the database where this process started it. */
  close(): Promise<void>
}

/**
 * @param serves also looks into the certificate's files, which only the server has to be able to read.
 * @throws ConfigurationFault with every mistake at once
 */
export function readSettings({ serves = false } = {}): Config {
  const judges = { ...firstAdministratorJudges, ...(serves ? certificateJudges : {}) }
  return readConfig({ env: process.env, cwd: process.cwd(), home, judges })
}

/**
 * What `up` stands on: the data folder, begun where it is new, the database and the master key. Raises a StartFault for
 * whatever a person must put right.
 */
export async function beginGround(config: Config, say: (sentence: string) => void): Promise<CliGround> {
  const isFirstStart = !isBegun(config.dataFolder)
  prepareDataFolder(config.dataFolder)
  return { ...(await openGround(config, { say })), isFirstStart }
}

/**
 * What the other commands stand on: the same, where a Vigie has been begun; beside the one that runs, or alone. They
 * begin nothing: on a mistyped folder they would find an empty journal in order.
 */
export async function joinGround(): Promise<CliGround> {
  const config = readSettings()
  requireBegun(config)
  prepareDataFolder(config.dataFolder)
  const ground = await openGround(config, { join: true })
  try {
    if (!(await isVigieDatabase(ground.address.owner))) throw nothingThere(placeOf(config))
    return ground
  } catch (error) {
    await ground.close()
    throw error
  }
}

function requireBegun({ dataFolder, databaseUrl }: Config): void {
  const hasDatabase = databaseUrl !== null || existsSync(join(dataFolder, 'postgres'))
  if (!isBegun(dataFolder) || !hasDatabase) throw nothingThere(dataFolder)
}

const placeOf = ({ dataFolder, databaseUrl }: Config) =>
  databaseUrl === null ? dataFolder : 'the database of DATABASE_URL'

function nothingThere(place: string): StartFault {
  return new StartFault(
    'start-nothing-there',
    `There is no Vigie in ${place}.`,
    'Set VIGIE_DATA and DATABASE_URL as for the Vigie that you mean, or begin one with `vigie up`.',
  )
}

async function openGround(
  config: Config,
  options: { say?: (sentence: string) => void; join?: boolean },
): Promise<CliGround> {
  const log = createLog(config.logLevel)
  if (config.databaseUrl) await checkDatabase(config.databaseUrl)
  const masterKey = openMasterKey(config.dataFolder, config.masterKey)
  const { address, close } = await openDatabase(config, log, options)
  return { config, log, address, masterKey, isFirstStart: false, close }
}

async function openDatabase(
  config: Config,
  log: Log,
  options: { say?: (sentence: string) => void; join?: boolean },
): Promise<{ address: DatabaseAddress; close(): Promise<void> }> {
  if (config.databaseUrl)
    return { address: externalAddress(config.databaseUrl), close: async () => undefined }
  const running = options.join ? connectionToRunning(config.dataFolder) : null
  if (running)
    return {
      address: { owner: running('vigie_owner'), app: running('vigie_app') },
      close: async () => undefined,
    }
  const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, log, say: options.say })
  const { connection, superuser } = postgres
  return {
    address: { owner: connection(superuser), app: connection('vigie_app') },
    close: () => postgres.stop(),
  }
}

/** The same login for both; the application becomes its own role as it connects. */
function externalAddress(url: string): DatabaseAddress {
  return { owner: { connectionString: url }, app: { connectionString: url, options: '-c role=vigie_app' } }
}

/** PostgreSQL ended, or was ended, while we spoke to it (its classes 08 and 57P, or a broken socket). */
function isDatabaseGone(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'database-unavailable'
  const fault = (error instanceof Error && error.cause instanceof Error ? error.cause : error) as {
    code?: string
    message?: string
  }
  return (
    /^(08|57P0)/.test(fault?.code ?? '') ||
    /^(ECONN|EPIPE)/.test(fault?.code ?? '') ||
    /Connection terminated/.test(fault?.message ?? '')
  )
}

/** Migrations, with the faults that a person must put right told as such. */
export async function bringUpToDate(address: DatabaseAddress): Promise<string[]> {
  try {
    return await migrate(address.owner, migrationSets(domains))
  } catch (error) {
    throw migrationFault(error)
  }
}

export function migrationFault(error: unknown): unknown {
  if (isDatabaseGone(error))
    return new StartFault(
      'start-database-failed',
      'The database stopped answering during the start.',
      'Look into its log, then start again: what was begun is undone or goes on where it was.',
      { cause: error },
    )
  if (!(error instanceof MigrationMismatch)) return error
  return new StartFault(
    'start-data-newer',
    `The database was written by ${error.kind === 'newer' ? 'a newer' : 'another'} Vigie (${error.message}).`,
    'Start that Vigie, or point this one at another database or data folder.',
    { cause: error },
  )
}
