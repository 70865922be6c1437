import { observeAsset, type AssetSeen } from '#estate'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { recordInterfaces } from '#network'
import type { DeviceFacts } from '../contract.ts'
import { noteAccess } from '../credentials/access.ts'
import type { InventoryTables } from '../tables.ts'
import { recordAddresses } from './addresses.ts'
import { assetFacts, readingOf } from './facts.ts'
import type { Found } from './found.ts'

/**
 * What nobody has to decide of an asset that is in the estate: its interfaces, the addresses it has besides, its MACs,
 * when its facts were last read, the credential it answers to. `open` is what is for a person to decide: facts that differ,
 * and the address where the asset would be spoken to at another than now. Says and journals only what changed.
 */
export async function refreshAsset(
  tx: Tx<InventoryTables>,
  by: Writer,
  asset: AssetSeen,
  found: Found,
  open: { facts: ReadonlySet<keyof DeviceFacts>; address: string | null },
): Promise<void> {
  if (found.credential) await noteAccess(tx, by, asset, found.credential, found.address)
  const facts = Object.entries(found.facts).filter(
    // Of a device that broke off, the MACs are those of some of its interfaces.
    ([field]) => !open.facts.has(field as keyof DeviceFacts) && (field !== 'macs' || found.hasAllInterfaces),
  )
  await observeAsset(tx, by, asset.id, assetFacts(Object.fromEntries(facts)), readingOf(found, now()))
  if (found.interfaces.length === 0) return
  const isPart = !found.hasAllInterfaces
  const { ids } = await recordInterfaces(tx, by, asset, found.interfaces, { isPart })
  const addresses = found.addresses.filter(({ address }) => address !== open.address)
  await recordAddresses(tx, by, asset, { ...found, addresses }, ids)
}
