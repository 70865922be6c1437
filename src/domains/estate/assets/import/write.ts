import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recordedAll, type Writer } from '#kernel/operations'
import type { EstateTables } from '../../tables.ts'
import { assetColumns } from '../columns.ts'
import { noteTypedOfAll } from '../facts-of-all.ts'
import { assetSubject } from '../row.ts'
import type { PlannedAsset } from './plan.ts'

const rowsPerStatement = 500

/** Writes what was planned: what a file says is what a person typed. */
export async function writeAssets(
  tx: Tx<EstateTables>,
  by: Writer,
  organisationId: string,
  assets: readonly PlannedAsset[],
): Promise<void> {
  const fresh = assets.filter(({ action }) => action === 'create')
  const changed = assets.filter(
    ({ action, changes, further }) => action === 'change' && changes.some(({ field }) => !(field in further)),
  )
  const ids = changed.map(({ id }) => id!)
  await recordedAll(tx, by, assetSubject, ids, async () => {
    const created = await insertAssets(tx, organisationId, fresh)
    for (const { id, values } of changed)
      await tx
        .updateTable('estate.assets')
        .set({ ...assetColumns(values), id: id! })
        .where('id', '=', id!)
        .execute()
    return { created }
  })
  await noteTypedOfAll(
    tx,
    organisationId,
    [...fresh, ...changed].map(({ id, values, action, changes }) => ({
      id: id!,
      typed:
        action === 'create'
          ? values
          : Object.fromEntries(
              Object.entries(values).filter(([field]) => changes.some((change) => change.field === field)),
            ),
    })),
  )
}

async function insertAssets(
  tx: Tx<EstateTables>,
  organisationId: string,
  assets: readonly PlannedAsset[],
): Promise<string[]> {
  const rows = assets.map((asset) => {
    asset.id = newId()
    return { id: asset.id, organisation_id: organisationId, ...assetColumns(asset.values), name: asset.name }
  })
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await tx
      .insertInto('estate.assets')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
  return rows.map(({ id }) => id)
}
