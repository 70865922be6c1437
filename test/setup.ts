import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#kernel/database/embedded'
import { migrate } from '#kernel/database'
import { migrationSets } from '#kernel/house'
import { silentLog } from '#kernel/log'
import { domains } from '../src/app.ts'

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-test-'))
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    log: silentLog,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  })
  await migrate(postgres.connection(postgres.superuser), migrationSets(domains))
  const { host = '', port = 0 } = postgres.connection(postgres.superuser)
  project.provide('postgres', { host, port, superuser: postgres.superuser, template: postgres.database })
  return async () => {
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; superuser: string; template: string }
  }
}
