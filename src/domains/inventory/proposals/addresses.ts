import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { assetsByAddress, setAddress } from '#network'
import type { InventoryTables } from '../tables.ts'
import type { Found } from './found.ts'

/**
 * Gives an asset the addresses that it says are its own, unless somebody has them already. Only `primary` is taken from
 * whoever has it: it is the one that answered, and where the asset is spoken to from now on.
 */
export async function recordAddresses(
  tx: Tx<InventoryTables>,
  asset: { id: string; organisationId: string; siteId: string | null },
  { addresses, interfaces }: Pick<Found, 'addresses' | 'interfaces'>,
  interfaceIds: ReadonlyMap<string, string>,
  { primary, emit }: { primary?: string; emit: (event: EventInstance) => void },
): Promise<void> {
  const names = new Map(interfaces.map(({ ifIndex, name }) => [ifIndex, name]))
  const interfaceOf = new Map(
    addresses.map((one) => [one.address, interfaceIds.get(names.get(one.ifIndex) ?? '') ?? null]),
  )
  const all = [...new Set([...(primary ? [primary] : []), ...addresses.map((one) => one.address)])]
  const held = await assetsByAddress(tx, asset.organisationId, all)
  for (const one of all) {
    if (one !== primary && held.has(one)) continue
    await setAddress(
      tx,
      {
        organisationId: asset.organisationId,
        assetId: asset.id,
        siteId: asset.siteId,
        address: one,
        interfaceId: interfaceOf.get(one) ?? null,
        isPrimary: one === primary,
        source: 'discovered',
      },
      emit,
    )
  }
}
