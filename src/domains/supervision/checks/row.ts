import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Check } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'

export const checkSubject = {
  type: 'check',
  table: 'supervision.checks',
  says: 'check',
  under: { table: 'estate.assets_seen', columns: ['asset_id'] },
} as const

/** The view's row as the API says it. */
export function checkOf(
  row: Selectable<SupervisionTables['supervision.checks_seen']>,
): z.input<typeof Check> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    assetId: row.asset_id,
    assetName: row.asset_name,
    siteId: row.site_id,
    siteName: row.site_name,
    template: row.template,
    name: row.name,
    settings: row.settings,
    isEnabled: row.is_enabled,
    lacks: row.lacks,
    intervalS: row.interval_s,
    thresholds: row.thresholds,
    watched: row.watched,
    state: row.state,
    since: row.since,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function checkById(tx: Tx<SupervisionTables>, id: string): Promise<z.input<typeof Check>> {
  const row = await tx
    .selectFrom('supervision.checks_seen')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return checkOf(required(row))
}
