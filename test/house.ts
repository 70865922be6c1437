import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstAdministratorLink } from '#identity'
import { readConfig } from '#kernel/config'
import { startHouse, type RunningHouse } from '#kernel/house'
import { silentLog } from '#kernel/log'
import { domains } from '../src/app.ts'
import { client, type Client } from './client.ts'
import { testDatabase } from './database.ts'
import { refuseUnplaced } from './refuse-unplaced.ts'

export interface TestHouse extends RunningHouse {
  url: string
  dataFolder: string
  database: RunningHouse['database']
  databaseName: string
  anonymous: Client
  /** The first administrator, signed in. */
  admin: Client
  organisationId: string
}

export const adminPassword = 'a long test password'

/**
 * The whole product on a database of its own, listening on a free port of loopback, with its first administrator
 * signed in. `stop()` ends it and removes what it made.
 */
export async function startTestHouse(environment: Record<string, string> = {}): Promise<TestHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-house-'))
  const address = await testDatabase()
  const config = readConfig({
    env: { VIGIE_DATA: dataFolder, VIGIE_LISTEN: '127.0.0.1:0', ...environment },
    cwd: dataFolder,
  })
  const house = await startHouse({
    config,
    address,
    domains,
    masterKey: randomBytes(32),
    log: silentLog,
    version: 'test',
  })
  await refuseUnplaced(address)
  const url = await house.server.listen({ host: '127.0.0.1', port: 0 })
  const link = await firstAdministratorLink(house.database, url)
  const anonymous = client(url)
  const admin = client(url)
  const { organisationId } = await admin.call('POST /first-administrator', {
    token: link!.split('#')[1]!,
    name: 'Camille Martin',
    email: 'camille@example.org',
    password: adminPassword,
    organisation: 'SDIS 99',
    language: 'en',
  })
  return {
    ...house,
    url,
    dataFolder,
    databaseName: address.name,
    anonymous,
    admin,
    organisationId,
    async stop() {
      await house.stop()
      await address.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
