import type { Tx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { assetsByAddress, setAddress } from '#network'
import type { InventoryTables } from '../tables.ts'
import type { Found } from './found.ts'

/**
 * Gives an asset the addresses that it says are its own, unless somebody has them already. Only `primary` is taken from
 * whoever has it: it is the one that answered, and where the asset is spoken to from now on.
 */
export async function recordAddresses(
  tx: Tx<InventoryTables>,
  by: Writer,
  asset: { id: string; organisationId: string },
  { addresses, interfaces }: Pick<Found, 'addresses' | 'interfaces'>,
  interfaceIds: ReadonlyMap<string, string>,
  primary?: string,
): Promise<void> {
  const names = new Map(interfaces.map(({ ifIndex, name }) => [ifIndex, name]))
  const interfaceOf = new Map(
    addresses.map((one) => [one.address, interfaceIds.get(names.get(one.ifIndex) ?? '') ?? null]),
  )
  const all = [...new Set([...(primary ? [primary] : []), ...addresses.map((one) => one.address)])]
  const held = await assetsByAddress(tx, asset.organisationId, all)
  for (const one of all) {
    if (one !== primary && held.has(one)) continue
    await setAddress(tx, by, {
      organisationId: asset.organisationId,
      assetId: asset.id,
      address: one,
      interfaceId: interfaceOf.get(one) ?? null,
      isPrimary: one === primary,
      source: 'discovered',
    })
  }
}
