import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import type { EstateTables } from '../tables.ts'

/** Names of services by id, as far as the transaction may see. */
export async function serviceNames(tx: AnyTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await typed<EstateTables>(tx)
    .selectFrom('estate.services')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
