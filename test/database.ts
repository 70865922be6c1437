import pg from 'pg'
import { inject } from 'vitest'
import type { DatabaseAddress } from '#kernel/database'

let made = 0

/** A database of its own for a test file: a clone of the migrated template (some 30 ms). */
export async function testDatabase(): Promise<DatabaseAddress & { name: string; drop(): Promise<void> }> {
  const { host, port, superuser, template } = inject('postgres')
  const name = `test_${process.pid}_${(made += 1)}_${Math.random().toString(36).slice(2, 8)}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ host, port, user: superuser, database: 'postgres' })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name} template ${template} strategy file_copy`)
  return {
    name,
    owner: { host, port, user: superuser, database: name },
    app: { host, port, user: 'vigie_app', database: name },
    drop: () => admin(`drop database if exists ${name} with (force)`),
  }
}
