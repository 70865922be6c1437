import { sql } from 'kysely'
import { assetsByAddress } from '#network'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { reachOfAddress } from '../discoveries/prefix.ts'
import type { InventoryTables } from '../tables.ts'

interface Asked {
  organisationId: string
  confirmedOutside: boolean
  /** Whoever asks may run discoveries over everything: the house is his. */
  isOfHouse: boolean
}

/**
 * A credential goes to whatever answers at an address, a community in clear, and the answer tells what stands there. In the
 * private space that devices live in also lie the networks of the house itself and of its other organisations: who holds one
 * organisation asks what is known of it, an asset's address or one within a prefix that it discovers, and never the machine
 * that Vigie runs on or its link. Who holds everything may ask anywhere; beyond private space he says that he means it.
 * @throws Problem
 */
export async function refuseUnmeantAddress(
  tx: Tx<InventoryTables>,
  address: string,
  { organisationId, confirmedOutside, isOfHouse }: Asked,
): Promise<void> {
  const reach = reachOfAddress(address)
  if (reach === undefined) throw invalidField('address', 'inventory:problem.prefixForbidden')
  if (reach === 'nearby' && !isOfHouse) throw invalidField('address', 'inventory:problem.addressNearby')
  if ((await assetsByAddress(tx, organisationId, [address])).size > 0) return
  if (!isOfHouse && !(await isDiscovered(tx, organisationId, address)))
    throw invalidField('address', 'inventory:problem.addressUnknown')
  if (reach === 'outside' && !confirmedOutside)
    throw invalidField('address', 'inventory:problem.prefixOutside')
}

async function isDiscovered(
  tx: Tx<InventoryTables>,
  organisationId: string,
  address: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('inventory.discoveries')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`prefix >>= ${address}::inet`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
