import { changeAsset, createAsset, observeAsset, type AssetSeen, type Facts } from '#estate'
import type { Tx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { recordInterfaces } from '#network'
import { assetIdentified } from '../contract.ts'
import { noteAccess } from '../credentials/access.ts'
import type { InventoryTables } from '../tables.ts'
import { recordAddresses } from './addresses.ts'
import { assetFacts, readingOf } from './facts.ts'
import { findKnown } from './find-known.ts'
import type { Found } from './found.ts'
import { holderOf, targetOf, type Choice } from './holder.ts'
import type { ProposalRow } from './row.ts'

/**
 * Makes what was found part of the estate: the asset (or what changed of it), its addresses, its interfaces, the
 * credential it answered to. One record from which everything else follows.
 * @param choice What was said where another asset holds the address. @throws as `targetOf`
 */
export async function takeOver(
  tx: Tx<InventoryTables>,
  by: Writer,
  proposal: ProposalRow,
  choice?: Choice,
): Promise<string> {
  const { organisation_id: organisationId } = proposal
  const found = foundIn(proposal)
  // Somebody may have typed it in since it was found.
  const known = proposal.asset_id ?? (await findKnown(tx, organisationId, found))?.id
  const target = targetOf(proposal, known, await holderOf(tx, proposal.id), choice)
  const asset = target
    ? await refresh(tx, by, proposal, target, choice?.choice === 'onto')
    : await create(tx, by, proposal)
  // What is gone from a known asset was marked when this was found; what it has had since must not be marked now.
  const { ids } = await recordInterfaces(tx, by, asset, found.interfaces, { isPart: true })
  await recordAddresses(tx, by, asset, found, ids, found.address)
  if (found.credential) await noteAccess(tx, by, asset, found.credential, found.address)
  by.emit(assetIdentified(organisationId, { assetId: asset.id }, asset.siteId))
  await tx
    .updateTable('inventory.proposals')
    .set({ state: 'accepted', asset_id: asset.id, taken_facts: JSON.stringify(proposal.facts) })
    .where('id', '=', proposal.id)
    .execute()
  return asset.id
}

function foundIn(row: ProposalRow): Found {
  return {
    address: row.address,
    roundTripMs: row.round_trip_ms,
    facts: row.facts,
    sources: row.sources,
    interfaces: row.interfaces,
    hasAllInterfaces: false,
    addresses: row.addresses,
    credential:
      row.credential_id && row.credential_port
        ? { id: row.credential_id, port: row.credential_port }
        : undefined,
  }
}

function create(tx: Tx<InventoryTables>, by: Writer, proposal: ProposalRow): Promise<AssetSeen> {
  const facts = assetFacts(proposal.facts)
  const name = facts.name ?? proposal.address
  return createAsset(
    tx,
    by,
    { organisationId: proposal.organisation_id, siteId: proposal.site_id, ...facts, name },
    { ...reading(proposal), discovered: Object.keys(facts) as (keyof Facts)[] },
  )
}

/** What spoke against its being the asset: kept as typed, the next discovery would not know it again. */
const traces = ['serial', 'macs', 'model'] as const

async function refresh(
  tx: Tx<InventoryTables>,
  by: Writer,
  proposal: ProposalRow,
  id: string,
  isSaidToBe: boolean,
): Promise<AssetSeen> {
  const over = isSaidToBe ? traces : []
  const asset = await observeAsset(tx, by, id, assetFacts(proposal.facts), reading(proposal), over)
  // A site that nobody knew is taken from the discovery; one that a person chose stays.
  if (asset.siteId === null && proposal.site_id) return changeAsset(tx, by, id, { siteId: proposal.site_id })
  return asset
}

const reading = (proposal: ProposalRow) => readingOf(foundIn(proposal), new Date(proposal.seen_at))
