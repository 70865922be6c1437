import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import type { EstateTables } from '../tables.ts'

interface Needs {
  assetIds?: string[] | undefined
  serviceIds?: string[] | undefined
}

/** Sets what a service depends on; a list that was not given stays as it is. */
export async function setDependencies(
  tx: Tx<EstateTables>,
  service: { id: string; organisationId: string },
  { assetIds, serviceIds }: Needs,
): Promise<void> {
  if (assetIds) {
    await checkAll(tx, 'estate.assets', assetIds, service.organisationId, 'assetIds')
    await replace(tx, service, 'asset_id', assetIds)
  }
  if (serviceIds) {
    const itself = serviceIds.indexOf(service.id)
    if (itself >= 0) throw invalidField(`serviceIds.${itself}`, 'estate:problem.serviceNeedsItselfAlone')
    await checkAll(tx, 'estate.services', serviceIds, service.organisationId, 'serviceIds')
    await replace(tx, service, 'needed_service_id', serviceIds)
    await refuseCircle(tx, service.id)
  }
}

/** Each must be there, in the service's own organisation, and be seen by the caller. */
async function checkAll(
  tx: Tx<EstateTables>,
  table: 'estate.assets' | 'estate.services',
  ids: string[],
  organisationId: string,
  field: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}`.execute(tx)
  const known = new Set(rows.map(({ id }) => id))
  const missing = ids.findIndex((id) => !known.has(id))
  if (missing >= 0) throw invalidField(`${field}.${missing}`, 'estate:problem.neededUnknown')
}

async function replace(
  tx: Tx<EstateTables>,
  service: { id: string; organisationId: string },
  column: 'asset_id' | 'needed_service_id',
  ids: string[],
): Promise<void> {
  await tx
    .deleteFrom('estate.service_dependencies')
    .where('service_id', '=', service.id)
    .where(column, 'is not', null)
    .execute()
  if (ids.length === 0) return
  await tx
    .insertInto('estate.service_dependencies')
    .values(
      ids.map((id) => ({ organisation_id: service.organisationId, service_id: service.id, [column]: id })),
    )
    .execute()
}

/** A service that needs itself, through others, could never be told right. */
async function refuseCircle(tx: Tx<EstateTables>, id: string): Promise<void> {
  const { rows } = await sql`
    with recursive needs (id) as (
      select needed_service_id from estate.service_dependencies where service_id = ${id}
      union
      select d.needed_service_id from needs join estate.service_dependencies d on d.service_id = needs.id
    )
    select from needs where id = ${id}`.execute(tx)
  if (rows.length > 0) throw new Problem('conflict', { reason: 'estate:problem.serviceNeedsItself' })
}
