import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { EstateTables } from '../tables.ts'

/** Names of sites from the top of the tree down, by id, as far as the transaction may see. */
export async function siteNames(tx: AnyTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await typed<EstateTables>(tx)
    .selectFrom('estate.sites_seen')
    .select(['id', 'path_name'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.path_name]))
}

/** The site, or 404: for domains above whose rows lie on one. */
export async function siteById(tx: AnyTx, id: string): Promise<{ id: string; organisationId: string }> {
  const row = await typed<EstateTables>(tx)
    .selectFrom('estate.sites')
    .select(['id', 'organisation_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return { id: required(row).id, organisationId: required(row).organisation_id }
}
