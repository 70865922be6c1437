import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Id, Level, Site, siteKinds } from '../contract.ts'
import { query } from '../operations.ts'
import { siteOf } from './row.ts'

export const listSites = query({
  name: 'sites.list',
  route: 'GET /sites',
  right: 'site.read',
  summary: 'The sites, with filters',
  input: listInput(['name', 'pathName', 'kind', 'city', 'effectiveLevel', 'updatedAt'], {
    organisationId: Id.optional(),
    kind: anyOf(z.enum(siteKinds)),
    /** This site and all below it. */
    under: Id.optional(),
    /** All below this site, without itself. */
    below: Id.optional(),
    parentId: Id.optional(),
    level: anyOf(z.coerce.number().pipe(Level)),
    isLocated: z.stringbool().optional(),
  }),
  output: listOutput(Site),
  run: (tx, input) => {
    let rows = tx.selectFrom('estate.sites_seen').selectAll()
    if (input.q) rows = rows.where(soughtIn(input.q))
    if (input.organisationId) rows = rows.where('organisation_id', '=', input.organisationId)
    if (input.kind?.length) rows = rows.where('kind', 'in', input.kind)
    if (input.under) rows = rows.where(sql<boolean>`path @> array[${input.under}::uuid]`)
    if (input.below)
      rows = rows.where(sql<boolean>`path @> array[${input.below}::uuid]`).where('id', '!=', input.below)
    if (input.parentId) rows = rows.where('parent_id', '=', input.parentId)
    if (input.level?.length) rows = rows.where('effective_level', 'in', input.level)
    if (input.isLocated !== undefined) rows = rows.where('latitude', input.isLocated ? 'is not' : 'is', null)
    return listPage(
      rows,
      input,
      {
        name: sql`name collate kernel.natural`,
        pathName: sql`path_name collate kernel.natural`,
        kind: sql`kind`,
        city: sql`city`,
        effectiveLevel: sql`effective_level`,
        updatedAt: sql`updated_at`,
      },
      siteOf,
    )
  },
})
