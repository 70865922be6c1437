import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { required } from '#kernel/errors'
import type { Tx } from '#kernel/database'
import type { Site } from '../contract.ts'
import type { EstateTables } from '../tables.ts'

/** The view's row as the API says it. */
export function siteOf(row: Selectable<EstateTables['estate.sites_seen']>): z.input<typeof Site> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    parentId: row.seen_parent_id,
    pathName: row.path_name,
    kind: row.kind,
    name: row.name,
    code: row.code,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    level: row.level,
    contacts: row.contacts,
    notes: row.notes,
    effectiveLevel: row.effective_level,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function readSiteRow(tx: Tx<EstateTables>, id: string): Promise<z.input<typeof Site>> {
  return siteOf(await siteRowById(tx, id))
}

export async function siteRowById(
  tx: Tx<EstateTables>,
  id: string,
): Promise<Selectable<EstateTables['estate.sites_seen']>> {
  return required(
    await tx.selectFrom('estate.sites_seen').selectAll().where('id', '=', id).executeTakeFirst(),
  )
}
