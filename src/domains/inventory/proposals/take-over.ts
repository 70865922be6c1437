import { changeAsset, createAsset, observeAsset, type AssetSeen, type Facts } from '#estate'
import type { Tx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { recordInterfaces, setAddress } from '#network'
import { assetIdentified, type DeviceFacts } from '../contract.ts'
import { noteAccess } from '../credentials/door.ts'
import type { InventoryTables } from '../tables.ts'
import type { ProposalRow } from './row.ts'

/**
 * Makes what was found part of the estate: the asset (or what changed of it), its address, its interfaces, the
 * credential it answered to. One record from which everything else follows.
 */
export async function takeOver(tx: Tx<InventoryTables>, by: Writer, proposal: ProposalRow): Promise<string> {
  const { organisation_id: organisationId } = proposal
  const asset = proposal.asset_id
    ? await refresh(tx, by, proposal, proposal.asset_id)
    : await create(tx, by, proposal)
  await recordInterfaces(tx, { id: asset.id, organisationId }, proposal.interfaces)
  const emit = by.emit.bind(by)
  await setAddress(
    tx,
    { organisationId, assetId: asset.id, address: proposal.address, isPrimary: true, source: 'discovered' },
    emit,
  )
  const settings = await settingsOf(tx, proposal.credential_id)
  if (proposal.credential_id && settings)
    await noteAccess(tx, { id: asset.id, organisationId }, proposal.credential_id, settings.port, emit)
  by.emit(assetIdentified(organisationId, { assetId: asset.id }, asset.siteId))
  await tx
    .updateTable('inventory.proposals')
    .set({ state: 'accepted', asset_id: asset.id })
    .where('id', '=', proposal.id)
    .execute()
  return asset.id
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

async function refresh(
  tx: Tx<InventoryTables>,
  by: Writer,
  proposal: ProposalRow,
  id: string,
): Promise<AssetSeen> {
  const asset = await observeAsset(tx, by, id, assetFacts(proposal.facts), reading(proposal))
  // A site that nobody knew is taken from the discovery; one that a person chose stays.
  if (asset.siteId === null && proposal.site_id) return changeAsset(tx, by, id, { siteId: proposal.site_id })
  return asset
}

function assetFacts(facts: DeviceFacts): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([field, value]) => [
        field,
        typeof value === 'string' ? value.slice(0, limits[field] ?? 200) : value,
      ]),
  )
}

const limits: Record<string, number> = { description: 1_000, os: 500 }

function reading(proposal: ProposalRow) {
  const protocols = new Set(Object.values(proposal.sources).map((source) => source.split(' ')[0]))
  return {
    protocol: protocols.has('SNMP') ? 'snmp' : 'icmp',
    readAt: new Date(proposal.seen_at),
    detail: proposal.address,
  }
}

async function settingsOf(tx: Tx<InventoryTables>, credentialId: string | null) {
  if (!credentialId) return undefined
  const row = await tx
    .selectFrom('inventory.credentials')
    .select('settings')
    .where('id', '=', credentialId)
    .executeTakeFirst()
  return row?.settings
}
