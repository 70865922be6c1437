import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import { recorded, type Writer } from '#kernel/operations'
import type { EstateTables } from '../tables.ts'
import type { AssetChange } from './columns.ts'
import { forgetTyped, noteDiscovered, noteTyped, type Facts, type Reading } from './facts.ts'
import { assetsOf, assetSubject, readAssetRow, type AssetSeen } from './row.ts'
import { insertAsset, updateAssetRow } from './write.ts'

/** One asset, as far as the transaction may see. @throws Problem `not-found` */
export function assetById(tx: AnyTx, id: string): Promise<AssetSeen> {
  return readAssetRow(typed<EstateTables>(tx), id)
}

/** Those of the given assets that are there and may be seen, by id. */
export async function assetsByIds(tx: AnyTx, ids: readonly string[]): Promise<Map<string, AssetSeen>> {
  if (ids.length === 0) return new Map()
  const own = typed<EstateTables>(tx)
  const rows = await own
    .selectFrom('estate.assets_seen')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  const assets = await assetsOf(own, rows)
  return new Map(assets.map((asset) => [asset.id, asset]))
}

/** What a device may be recognised by. MACs in lower case with colons; serials and names whatever their case. */
export interface AssetTraces {
  serials?: readonly string[]
  macs?: readonly string[]
  names?: readonly string[]
}

/** The assets of one organisation that share a serial, a MAC or a name with these: whom a discovered device may be. */
export async function findAssets(
  tx: AnyTx,
  organisationId: string,
  traces: AssetTraces,
): Promise<AssetSeen[]> {
  const lower = (texts: readonly string[] = []) => texts.filter(Boolean).map((text) => text.toLowerCase())
  const own = typed<EstateTables>(tx)
  const rows = await own
    .selectFrom('estate.assets_seen')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(
      sql<boolean>`(serial <> '' and lower(serial) = any(${lower(traces.serials)}::text[])
        or macs && ${lower(traces.macs)}::text[] or lower(name) = any(${lower(traces.names)}::text[]))`,
    )
    .orderBy('created_at')
    .execute()
  return assetsOf(own, rows)
}

/**
 * A new asset within the caller's transaction, journalled and said by `by` (a command's context, or what `systemWrite`
 * gives). With a reading, the fields of `discovered` (all where absent) are facts of that reading; the rest was typed.
 */
export async function createAsset(
  given: AnyTx,
  by: Writer,
  asset: { organisationId: string; name: string } & AssetChange,
  reading?: Reading & { discovered?: readonly (keyof Facts)[] },
): Promise<AssetSeen> {
  const tx = typed<EstateTables>(given)
  const { organisationId, ...fields } = asset
  let id = ''
  await recorded(tx, by, assetSubject, undefined, async () => {
    id = await insertAsset(tx, organisationId, fields)
    const isDiscovered = (field: string) =>
      reading && (!reading.discovered || (reading.discovered as readonly string[]).includes(field))
    const split = Object.entries(fields)
    const of = { id, organisationId }
    await noteTyped(tx, of, Object.fromEntries(split.filter(([field]) => !isDiscovered(field))))
    if (reading)
      await noteDiscovered(
        tx,
        of,
        Object.fromEntries(split.filter(([field]) => isDiscovered(field))),
        reading,
      )
    return { id }
  })
  return readAssetRow(tx, id)
}

/** Changes some fields of an asset as if a person had typed them, whatever its version. Journalled and said by `by`. */
export async function changeAsset(
  given: AnyTx,
  by: Writer,
  id: string,
  change: AssetChange,
): Promise<AssetSeen> {
  const tx = typed<EstateTables>(given)
  await recorded(tx, by, assetSubject, id, async () => {
    const asset = await readAssetRow(tx, id)
    await updateAssetRow(tx, asset, change)
    await noteTyped(tx, asset, change)
  })
  return readAssetRow(tx, id)
}

/**
 * Keeps what a device said of itself, with protocol and time, and takes it over where no person has typed the field, or
 * where a person decided that the device is right in it (`over`).
 * Journalled and said by `by` only where the asset changed. @returns the asset as it is now.
 */
export async function observeAsset(
  given: AnyTx,
  by: Writer,
  id: string,
  facts: Facts,
  reading: Reading,
  over: readonly (keyof Facts)[] = [],
): Promise<AssetSeen> {
  const tx = typed<EstateTables>(given)
  const asset = await readAssetRow(tx, id)
  await forgetTyped(tx, asset, facts, over)
  const free = await noteDiscovered(tx, asset, facts, reading)
  const news = Object.fromEntries(
    Object.entries(free).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(asset[field as keyof Facts]),
    ),
  ) as Facts
  if (Object.keys(news).length === 0) return asset
  await recorded(tx, by, assetSubject, id, () => updateAssetRow(tx, asset, news))
  return readAssetRow(tx, id)
}
