import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { EstateTables } from '../tables.ts'
import { assetColumns, type AssetChange } from './columns.ts'
import { checkResponsible } from '../responsibles/known.ts'
import { checkSite } from './check-site.ts'

/** Writes a new row. Facts and journal are the caller's. @returns its id. */
export async function insertAsset(
  tx: Tx<EstateTables>,
  organisationId: string,
  fields: AssetChange & { name: string },
): Promise<string> {
  await checkSite(tx, organisationId, fields.siteId)
  await checkResponsible(tx, organisationId, 'responsibleId', fields.responsibleId)
  const id = newId()
  await tx
    .insertInto('estate.assets')
    .values({ id, organisation_id: organisationId, ...assetColumns(fields), name: fields.name })
    .execute()
  return id
}

/** Writes some fields of a row that the caller has locked. Facts and journal are the caller's. */
export async function updateAssetRow(
  tx: Tx<EstateTables>,
  asset: { id: string; organisationId: string; responsibleId: string | null },
  change: AssetChange,
): Promise<void> {
  await checkSite(tx, asset.organisationId, change.siteId)
  if (change.responsibleId !== asset.responsibleId)
    await checkResponsible(tx, asset.organisationId, 'responsibleId', change.responsibleId)
  // Written even where nothing differs: the version counts every change that was asked for.
  await tx
    .updateTable('estate.assets')
    .set({ ...assetColumns(change), id: asset.id })
    .where('id', '=', asset.id)
    .execute()
}
