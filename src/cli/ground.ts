import { fileURLToPath } from 'node:url'
import { firstAdministratorJudges } from '#identity'
import type { Config } from '#kernel/config'
import { readConfig } from '#kernel/config'
import { migrate, MigrationMismatch, type DatabaseAddress } from '#kernel/database'
import { connectionToRunning, startEmbeddedPostgres } from '#kernel/database/embedded'
import { migrationSets } from '#kernel/house'
import { Problem } from '#kernel/errors'
import { createLog, type Log } from '#kernel/log'
import { prepareDataFolder } from '#kernel/start/data-folder'
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
 * What `up` and the commands that write to the database stand on: checked settings, the data folder, the database (the
 * one that runs, else one of our own) and the master key. Raises a StartFault for whatever a person must put right.
 */
export async function openGround(
  options: { say?: (sentence: string) => void; join?: boolean; config?: Config } = {},
): Promise<CliGround> {
  const config = options.config ?? readSettings()
  const log = createLog(config.logLevel)
  prepareDataFolder(config.dataFolder)
  if (config.databaseUrl) await checkDatabase(config.databaseUrl)
  const masterKey = openMasterKey(config.dataFolder, config.masterKey)
  const { address, close } = await openDatabase(config, log, options)
  return { config, log, address, masterKey, close }
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
