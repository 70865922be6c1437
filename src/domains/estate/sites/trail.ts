import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { EstateTables } from '../tables.ts'

/** The sites from the top of the tree down to this one (itself included), as far as the caller may see: breadcrumbs. */
export async function trailOf(
  tx: Tx<EstateTables>,
  siteId: string | null,
): Promise<{ id: string; name: string }[]> {
  if (!siteId) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select above.id, above.name from estate.sites_seen here join estate.sites above on above.id = any(here.path)
    where here.id = ${siteId} order by array_position(here.path, above.id)`.execute(tx)
  return rows
}
