import { assetsByAddress } from '#network'
import type { Access } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import { reachOfAddress } from '../discoveries/prefix.ts'
import type { InventoryTables } from '../tables.ts'

/**
 * The rule of a discovery, for one address: a credential goes to whatever answers there, a community in clear. The address
 * of an asset that the caller sees may be asked; elsewhere, beyond private space takes the right over the whole
 * organisation, and other people's space is meant.
 * @throws Problem
 */
export async function refuseUnmeantAddress(
  tx: Tx<InventoryTables>,
  address: string,
  asked: { organisationId: string; confirmedOutside: boolean },
  access: Access,
): Promise<void> {
  const reach = reachOfAddress(address)
  if (reach === undefined) throw invalidField('address', 'inventory:problem.prefixForbidden')
  if (reach === 'private') return
  if ((await assetsByAddress(tx, asked.organisationId, [address])).size > 0) return
  const isWhole = access.everything || access.organisations.includes(asked.organisationId)
  if (!isWhole) throw new Problem('not-allowed', { reason: 'inventory:problem.prefixNeedsOrganisation' })
  if (reach === 'outside' && !asked.confirmedOutside)
    throw invalidField('address', 'inventory:problem.prefixOutside')
}
