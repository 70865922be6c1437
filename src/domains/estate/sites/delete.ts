import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { removePlace } from '#identity'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { EstateTables } from '../tables.ts'

export const deleteSite = command({
  name: 'sites.delete',
  route: 'DELETE /sites/:id',
  right: 'site.write',
  summary: 'Remove a site that holds nothing any more',
  subject: { type: 'site', table: 'estate.sites', id: 'id', says: 'site' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await refuseHeld(tx, id)
    await tx.deleteFrom('estate.sites').where('id', '=', id).execute()
    await removePlace(tx, id)
  },
})

/** Says what stands in the way, where the caller may see it; the database's keys refuse the rest. */
async function refuseHeld(tx: Tx<EstateTables>, id: string): Promise<void> {
  const { rows } = await sql<{ sites: number; assets: number }>`
    select (select count(*) from estate.sites_seen where parent_id = ${id}) as sites,
      (select count(*) from estate.assets where site_id = ${id}) as assets`.execute(tx)
  const { sites = 0, assets = 0 } = rows[0] ?? {}
  if (sites + assets > 0)
    throw new Problem('in-use', { reason: 'estate:problem.siteHolds', params: { sites, assets } })
}
