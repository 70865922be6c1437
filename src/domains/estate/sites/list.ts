import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Id, Level, ListedSite, siteKinds } from '../contract.ts'
import { query } from '../operations.ts'
import { siteOf } from './row.ts'

const hasBelow =
  sql<boolean>`exists (select from identity.place_paths b where b.parent_id = sites_seen.id)`.as('has_below')

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
    /** All below these is left out, themselves not: a tree that is folded there. */
    folded: anyOf(Id),
    parentId: Id.optional(),
    level: anyOf(z.coerce.number().pipe(Level)),
    isLocated: z.stringbool().optional(),
  }),
  output: listOutput(ListedSite),
  run: (tx, input) => {
    let rows = tx.selectFrom('estate.sites_seen').selectAll().select(hasBelow)
    if (input.q) rows = rows.where(soughtIn(input.q))
    if (input.organisationId) rows = rows.where('organisation_id', '=', input.organisationId)
    if (input.kind?.length) rows = rows.where('kind', 'in', input.kind)
    if (input.under) rows = rows.where(sql<boolean>`path @> array[${input.under}::uuid]`)
    if (input.below)
      rows = rows.where(sql<boolean>`path @> array[${input.below}::uuid]`).where('id', '!=', input.below)
    if (input.folded?.length)
      rows = rows.where(sql<boolean>`not trim_array(path, 1) && ${input.folded}::uuid[]`)
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
      (row) => ({ ...siteOf(row), hasBelow: row.has_below }),
    )
  },
})
