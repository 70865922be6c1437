import { sql } from 'kysely'
import type { AssetFacet } from '#estate'

/** The list of assets by how they fare; `none`: not supervised, or not yet judged. */
export const stateFacet: AssetFacet = {
  name: 'state',
  right: 'asset.read',
  order: sql`coalesce((select array_position(array['ok', 'unreachable', 'unknown', 'warning', 'critical'], t.state)
    from supervision.asset_states t where t.asset_id = assets_seen.id), 0)`,
  isOneOf(states) {
    const held = states.filter((state) => state !== 'none')
    const isHeld = sql<boolean>`id in (select asset_id from supervision.asset_states where state = any(${held}::text[]))`
    if (!states.includes('none')) return isHeld
    return sql<boolean>`(${isHeld} or id not in (select asset_id from supervision.asset_states))`
  },
}
