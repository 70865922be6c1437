import { changeAsset, createAsset, observeAsset, type AssetSeen, type Facts } from '#estate'
import type { Tx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { assetsByAddress, recordInterfaces, setAddress } from '#network'
import { assetIdentified, type DeviceFacts } from '../contract.ts'
import { noteAccess } from '../credentials/door.ts'
import type { InventoryTables } from '../tables.ts'
import { findKnown } from './find-known.ts'
import type { Found } from './found.ts'
import type { ProposalRow } from './row.ts'

/**
 * Makes what was found part of the estate: the asset (or what changed of it), its addresses, its interfaces, the
 * credential it answered to. One record from which everything else follows.
 */
export async function takeOver(tx: Tx<InventoryTables>, by: Writer, proposal: ProposalRow): Promise<string> {
  const { organisation_id: organisationId } = proposal
  const found = foundIn(proposal)
  // Somebody may have typed it in since it was found.
  const known = proposal.asset_id ?? (await findKnown(tx, organisationId, found))?.id
  const asset = known ? await refresh(tx, by, proposal, known) : await create(tx, by, proposal)
  const { ids } = await recordInterfaces(tx, { id: asset.id, organisationId }, proposal.interfaces)
  await recordAddresses(tx, by, { id: asset.id, organisationId }, found, ids)
  const emit = by.emit.bind(by)
  if (found.credential) await noteAccess(tx, { id: asset.id, organisationId }, found.credential, emit)
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

/** The address that answered is the one to ask at; the device's others are its own unless somebody has them already. */
async function recordAddresses(
  tx: Tx<InventoryTables>,
  by: Writer,
  asset: { id: string; organisationId: string },
  { address, addresses, interfaces }: Found,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const names = new Map(interfaces.map(({ ifIndex, name }) => [ifIndex, name]))
  const interfaceOf = new Map(
    addresses.map((one) => [one.address, ids.get(names.get(one.ifIndex) ?? '') ?? null]),
  )
  const all = [...new Set([address, ...addresses.map((one) => one.address)])]
  const held = await assetsByAddress(tx, asset.organisationId, all)
  for (const one of all) {
    if (one !== address && held.has(one)) continue
    await setAddress(
      tx,
      {
        organisationId: asset.organisationId,
        assetId: asset.id,
        address: one,
        interfaceId: interfaceOf.get(one) ?? null,
        isPrimary: one === address,
        source: 'discovered',
      },
      by.emit.bind(by),
    )
  }
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

/** What the estate takes of a text, in characters; 200 unless said. */
const limits: Record<string, number> = { description: 1_000, os: 500 }

function reading(proposal: ProposalRow) {
  const protocols = new Set(Object.values(proposal.sources).map((source) => source.split(' ')[0]))
  return {
    protocol: protocols.has('SNMP') ? 'snmp' : 'icmp',
    readAt: new Date(proposal.seen_at),
    detail: proposal.address,
  }
}
