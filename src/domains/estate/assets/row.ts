import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Asset } from '../contract.ts'
import type { EstateTables } from '../tables.ts'

export type AssetSeen = z.input<typeof Asset>

/** The command's subject: the row that is locked, compared and spoken of. */
export const assetSubject = { type: 'asset', table: 'estate.assets', says: 'asset' } as const

/** The view's row as the API says it. */
export function assetOf(row: Selectable<EstateTables['estate.assets_seen']>): AssetSeen {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siteId: row.site_id,
    siteName: row.site_name,
    kind: row.kind,
    name: row.name,
    description: row.description,
    vendor: row.vendor,
    model: row.model,
    serial: row.serial,
    firmware: row.firmware,
    os: row.os,
    macs: row.macs,
    environment: row.environment,
    responsibleId: row.responsible_id,
    lifeCycle: row.life_cycle,
    tags: row.tags,
    notes: row.notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function readAssetRow(tx: Tx<EstateTables>, id: string): Promise<AssetSeen> {
  const row = await tx.selectFrom('estate.assets_seen').selectAll().where('id', '=', id).executeTakeFirst()
  return assetOf(required(row))
}
