import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import type { EstateTables } from '../tables.ts'

/** An asset stands on a site of its own organisation that the caller may see. */
export async function checkSite(
  tx: Tx<EstateTables>,
  organisationId: string,
  siteId: string | null | undefined,
): Promise<void> {
  if (!siteId) return
  const site = await tx
    .selectFrom('estate.sites')
    .select('id')
    .where('id', '=', siteId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!site) throw invalidField('siteId', 'estate:problem.siteUnknown')
}
