import { sql } from 'kysely'
import type { AssetFacet } from '#estate'

/** The list of assets in the order of their addresses, as numbers; those without one stand behind all others. */
export const addressFacet: AssetFacet = {
  name: 'address',
  right: 'address.read',
  order: sql`coalesce((select a.address from network.addresses a where a.asset_id = assets_seen.id and a.is_primary),
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'::inet)`,
}
