import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { personNames } from '#identity'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Asset } from '../contract.ts'
import type { EstateTables } from '../tables.ts'

export type AssetSeen = z.input<typeof Asset>

/** Which asset, whose, and where it lies: what an event about it must say. */
export type AssetPlaced = Pick<AssetSeen, 'id' | 'organisationId' | 'siteId'>

/** The command's subject: the row that is locked, compared and spoken of. */
export const assetSubject = { type: 'asset', table: 'estate.assets', says: 'asset' } as const

type Row = Selectable<EstateTables['estate.assets_seen']>

/** The view's rows as the API says them, with the names of who answers for them. */
export async function assetsOf(tx: Tx<EstateTables>, rows: readonly Row[]): Promise<AssetSeen[]> {
  const names = await personNames(
    tx,
    rows.map((row) => row.responsible_id),
  )
  return rows.map((row) => assetOf(row, names))
}

function assetOf(row: Row, names: ReadonlyMap<string, string>): AssetSeen {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siteId: row.site_id,
    siteName: row.site_name,
    sitePathName: row.site_path_name,
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
    responsibleName: names.get(row.responsible_id ?? '') ?? null,
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
  const [asset] = await assetsOf(tx, [required(row)])
  return asset!
}
