import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { InventoryTables } from '../tables.ts'
import type { ProposalRow } from './row.ts'

export interface Holder {
  assetId: string
  name: string
}

/**
 * What a person says of a proposal whose address an asset holds: it is that asset, which is refreshed (`onto`), or it is
 * another, which gets the address (`instead`). Said of one holder: should it be another meanwhile, nothing was said of it.
 */
export interface Choice {
  choice: 'onto' | 'instead'
  assetId: string
}

/** The asset that holds a proposal's address, where it is not the one that the proposal is about; as a column. */
export const holderColumn = sql<Holder | null>`(
  select json_build_object('assetId', h.asset_id, 'name', h.asset_name) from network.holders_seen h
  where h.organisation_id = proposals.organisation_id and h.address = proposals.address
    and h.asset_id is distinct from proposals.asset_id)`

/** The same of one proposal, as it is now. */
export async function holderOf(tx: Tx<InventoryTables>, id: string): Promise<Holder | null> {
  const row = await tx
    .selectFrom('inventory.proposals as proposals')
    .select(holderColumn.as('holder'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.holder ?? null
}

/**
 * Which asset a proposal is taken over into; undefined: a new one. `known` is the asset that fits what was found.
 * @throws Problem `conflict` where another holds the address and nobody chose, `changed-meanwhile` where the choice was
 * made of another holder.
 */
export function targetOf(
  proposal: Pick<ProposalRow, 'address'>,
  known: string | undefined,
  holder: Holder | null,
  choice: Choice | undefined,
): string | undefined {
  if (choice && choice.assetId !== holder?.assetId) throw new Problem('changed-meanwhile')
  if (choice?.choice === 'onto') return choice.assetId
  if (choice) return known === choice.assetId ? undefined : known
  if (holder && known !== holder.assetId)
    throw new Problem('conflict', {
      reason: 'inventory:problem.addressHeld',
      params: { address: proposal.address, asset: holder.name },
    })
  return known
}
