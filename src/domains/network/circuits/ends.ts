import type { z } from 'zod'
import { assetsByIds, siteNames } from '#estate'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import type { circuitFields } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'
import { circuitRows } from './row.ts'

type End = 'siteId' | 'farSiteId' | 'assetId'
type Ends = { [F in End]?: z.output<(typeof circuitFields)[F]> | undefined }

/**
 * Refuses to end a circuit on what the caller does not see: its foreign keys would take any site or asset of the
 * organisation. Ends that are not named stay, seen or not.
 */
export async function checkEnds(tx: Tx<NetworkTables>, { siteId, farSiteId, assetId }: Ends): Promise<void> {
  const sites = { siteId, farSiteId }
  const seen = await siteNames(tx, Object.values(sites).filter(isSet))
  for (const [field, id] of Object.entries(sites))
    if (isSet(id) && !seen.has(id)) throw invalidField(field, 'network:problem.siteUnknown')
  if (isSet(assetId) && !(await assetsByIds(tx, [assetId])).has(assetId))
    throw invalidField('assetId', 'network:problem.assetUnknown')
}

/**
 * The change without the ends that its caller does not see and gives back as the nothing that he was told: they stay. An
 * interface stays with its equipment.
 */
export async function withoutUnseen<C extends Ends & { interfaceId?: string | null | undefined }>(
  tx: Tx<NetworkTables>,
  id: string,
  change: C,
): Promise<C> {
  const row = await circuitRows(tx).where('c.id', '=', id).executeTakeFirst()
  if (!row) return change
  const kept = { ...change }
  const drop = (field: End | 'interfaceId', is: string | null, seen: string | null) => {
    if (kept[field] === null && is !== null && seen === null) delete kept[field]
  }
  drop('siteId', row.site_id, row.seen_site_id)
  drop('farSiteId', row.far_site_id, row.seen_far_site_id)
  drop('assetId', row.asset_id, row.seen_asset_id)
  if (!isSet(kept.assetId)) drop('interfaceId', row.interface_id, row.seen_interface_id)
  return kept
}

const isSet = (id: string | null | undefined): id is string => id !== null && id !== undefined

/** An interface is one of the equipment that the circuit ends on. */
export async function checkInterface(tx: Tx<NetworkTables>, id: string): Promise<void> {
  const wrong = await tx
    .selectFrom('network.circuits as c')
    .innerJoin('network.interfaces as i', 'i.id', 'c.interface_id')
    .select('c.id')
    .where('c.id', '=', id)
    .where((row) => row.or([row('c.asset_id', 'is', null), row('c.asset_id', '<>', row.ref('i.asset_id'))]))
    .executeTakeFirst()
  if (wrong) throw invalidField('interfaceId', 'network:problem.interfaceUnknown')
}
