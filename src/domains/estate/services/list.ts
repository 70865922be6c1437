import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Id, Level, Service } from '../contract.ts'
import { query } from '../operations.ts'
import { servicesOf } from './row.ts'

export const listServices = query({
  name: 'services.list',
  route: 'GET /services',
  right: 'service.read',
  summary: 'The services, with filters',
  input: listInput(['name', 'level', 'updatedAt'], {
    organisationId: Id.optional(),
    level: anyOf(z.coerce.number().pipe(Level)),
    ownerId: anyOf(Id),
    /** Those that depend on this asset, by themselves or through the services they need. */
    assetId: Id.optional(),
    /** Those that depend on this service by themselves. */
    serviceId: Id.optional(),
  }),
  output: listOutput(Service),
  async run(tx, input) {
    let rows = tx.selectFrom('estate.services').selectAll()
    if (input.q) rows = rows.where(soughtIn(input.q))
    if (input.organisationId) rows = rows.where('organisation_id', '=', input.organisationId)
    if (input.level?.length) rows = rows.where('level', 'in', input.level)
    if (input.ownerId?.length) rows = rows.where('owner_id', 'in', input.ownerId)
    if (input.assetId)
      rows = rows.where(sql<boolean>`id in (select service_id from estate.service_assets
        where asset_id = ${input.assetId})`)
    if (input.serviceId)
      rows = rows.where(sql<boolean>`id in (select service_id from estate.service_dependencies
        where needed_service_id = ${input.serviceId})`)
    const page = await listPage(
      rows,
      input,
      { name: sql`name collate kernel.natural`, level: sql`level`, updatedAt: sql`updated_at` },
      (row) => row,
    )
    return { ...page, items: await servicesOf(tx, page.items) }
  },
})
