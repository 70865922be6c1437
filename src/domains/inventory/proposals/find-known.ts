import { assetsByIds, findAssets, type AssetSeen } from '#estate'
import type { Tx } from '#kernel/database'
import { assetsByAddress, primaryAddresses } from '#network'
import type { InventoryTables } from '../tables.ts'
import type { Found } from './found.ts'
import { closeness, isSameDevice } from './same-device.ts'

/** The asset that this is, by serial, MAC, address and name; undefined where none fits, or several fit equally well. */
export async function findKnown(
  tx: Tx<InventoryTables>,
  organisationId: string,
  found: Found,
): Promise<AssetSeen | undefined> {
  const { serial, macs, name } = found.facts
  const holder = (await assetsByAddress(tx, organisationId, [found.address])).get(found.address)
  const traces = { serials: serial ? [serial] : [], macs: macs ?? [], names: name ? [name] : [] }
  const assets = new Map(
    (await findAssets(tx, organisationId, traces)).map((asset) => [asset.id, asset] as const),
  )
  if (holder) for (const [id, asset] of await assetsByIds(tx, [holder])) assets.set(id, asset)
  if (assets.size === 0) return undefined
  const primary = await primaryAddresses(tx, [...assets.keys()])
  const fitting = [...assets.values()]
    .map((asset) => {
      const own = [primary.get(asset.id), asset.id === holder ? found.address : undefined]
      return { asset, addresses: own.filter((address) => address !== undefined) }
    })
    .filter((candidate) => isSameDevice(candidate, found))
    .map((candidate) => ({ ...candidate, weight: closeness(candidate, found) }))
    .toSorted((one, other) => other.weight - one.weight)
  const [best, second] = fitting
  return best && best.weight !== second?.weight ? best.asset : undefined
}
