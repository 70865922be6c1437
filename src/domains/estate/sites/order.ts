import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { siteKinds } from '../contract.ts'
import type { EstateTables, SiteKind } from '../tables.ts'

type Say = (key: string, params?: Record<string, unknown>) => string

/**
 * From the largest down: territory, site, building, room. Nothing lies under what is smaller than it; levels may be left
 * out, and what is as large may hold its like (a territory its districts, a room its cage).
 */
export function fitsUnder(kind: SiteKind, above: SiteKind): boolean {
  return siteKinds.indexOf(above) <= siteKinds.indexOf(kind)
}

/** What the two are called in the sentence that refuses them, in the caller's language. */
export function orderParams(kind: SiteKind, above: SiteKind, say: Say) {
  return { kind: say(`estate:siteKind.${kind}`), above: say(`estate:siteKind.${above}`) }
}

interface Placed {
  /** Undefined for a site that is only being made: nothing lies under it. */
  id?: string
  kind: SiteKind
  parentId: string | null
}

/**
 * Refuses a place out of order, above and below; `field` is what the caller said of it. A parent that is not there is
 * refused by who hangs the site there.
 */
export async function refuseDisorder(
  tx: Tx<EstateTables>,
  { id, kind, parentId }: Placed,
  field: 'kind' | 'parentId',
  say: Say,
): Promise<void> {
  const refuse = (below: SiteKind, above: SiteKind) =>
    invalidField(field, 'estate:problem.siteOrder', orderParams(below, above, say))
  const parent = parentId
    ? await tx.selectFrom('estate.sites').select('kind').where('id', '=', parentId).executeTakeFirst()
    : undefined
  if (parent && !fitsUnder(kind, parent.kind)) throw refuse(kind, parent.kind)
  const below = id && field === 'kind' ? await largestUnder(tx, id) : undefined
  if (below && !fitsUnder(below, kind)) throw refuse(below, kind)
}

async function largestUnder(tx: Tx<EstateTables>, id: string): Promise<SiteKind | undefined> {
  const row = await tx
    .selectFrom('estate.sites_seen')
    .select('kind')
    .where('parent_id', '=', id)
    .orderBy(sql`array_position(${siteKinds as unknown as string[]}::text[], kind)`)
    .executeTakeFirst()
  return row?.kind
}
