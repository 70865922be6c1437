import { sql } from 'kysely'
import { assetById, findAssets, type AssetSeen } from '#estate'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import { assetsByAddress, type SeenInterface } from '#network'
import { proposalsChanged, type DeviceFacts, type FactSources } from '../contract.ts'
import { noteAccess } from '../credentials/door.ts'
import type { DiscoveryRow } from '../discoveries/row.ts'
import type { InventoryTables } from '../tables.ts'

/** What discovery learned of one address. */
export interface Found {
  address: string
  roundTripMs: number | null
  facts: DeviceFacts
  sources: FactSources
  interfaces: SeenInterface[]
  addresses: string[]
  /** The credential that it answered to. */
  credential: { id: string; port: number } | undefined
}

/**
 * Compares what was found with what is known, and keeps it as a proposal where there is something to decide.
 * @returns `known` where the estate says the same already.
 */
export async function recordFound(
  tx: Tx<InventoryTables>,
  discovery: DiscoveryRow,
  found: Found,
  emit: (event: EventInstance) => void,
): Promise<'new' | 'changed' | 'known'> {
  const organisationId = discovery.organisation_id
  const asset = await findKnown(tx, organisationId, found)
  if (asset && found.credential)
    await noteAccess(tx, { id: asset.id, organisationId }, found.credential.id, found.credential.port, emit)
  const kind = asset ? ((await saysSomethingElse(tx, asset, found)) ? 'changed' : 'known') : 'new'
  if (kind === 'known') await settle(tx, organisationId, found.address)
  else await propose(tx, discovery, found, kind, asset?.id ?? null)
  emit(proposalsChanged(organisationId, { discoveryId: discovery.id }, discovery.site_id))
  return kind
}

/** By serial, then MAC, then name, then address: the more telling first. Two that fit equally well are no proof. */
async function findKnown(
  tx: Tx<InventoryTables>,
  organisationId: string,
  found: Found,
): Promise<AssetSeen | undefined> {
  const { serial, macs, name } = found.facts
  const traces = [{ serials: serial ? [serial] : [] }, { macs: macs ?? [] }, { names: name ? [name] : [] }]
  for (const trace of traces) {
    const fitting = Object.values(trace)[0]!.length > 0 ? await findAssets(tx, organisationId, trace) : []
    if (fitting.length === 1 && !contradicts(fitting[0]!, found)) return fitting[0]
  }
  const holder = (await assetsByAddress(tx, organisationId, [found.address])).get(found.address)
  const asset = holder ? await assetById(tx, holder) : undefined
  return asset && !contradicts(asset, found) ? asset : undefined
}

/** Another serial is another device, whatever else it shares. */
function contradicts(asset: AssetSeen, found: Found): boolean {
  return Boolean(
    asset.serial && found.facts.serial && asset.serial.toLowerCase() !== found.facts.serial.toLowerCase(),
  )
}

const compared = ['name', 'vendor', 'model', 'serial', 'firmware', 'os', 'kind'] as const

async function saysSomethingElse(tx: Tx<InventoryTables>, asset: AssetSeen, found: Found): Promise<boolean> {
  if (compared.some((field) => found.facts[field] !== undefined && found.facts[field] !== asset[field]))
    return true
  const holder = (await assetsByAddress(tx, asset.organisationId, [found.address])).get(found.address)
  return holder !== asset.id
}

async function propose(
  tx: Tx<InventoryTables>,
  discovery: DiscoveryRow,
  found: Found,
  kind: 'new' | 'changed',
  assetId: string | null,
): Promise<void> {
  const columns = {
    discovery_id: discovery.id,
    site_id: discovery.site_id,
    kind,
    asset_id: assetId,
    facts: JSON.stringify(found.facts),
    sources: JSON.stringify(found.sources),
    interfaces: JSON.stringify(found.interfaces),
    addresses: JSON.stringify(found.addresses),
    credential_id: found.credential?.id ?? null,
    round_trip_ms: found.roundTripMs,
    seen_at: now().toISOString(),
  }
  await tx
    .insertInto('inventory.proposals')
    .values({ id: newId(), organisation_id: discovery.organisation_id, address: found.address, ...columns })
    .onConflict((conflict) =>
      conflict.constraint('proposals_address_key').doUpdateSet({
        ...columns,
        // What a person left out stays left out; what was taken over and says something new is open again.
        state: sql`case when inventory.proposals.state = 'ignored' then 'ignored' else 'open' end`,
      }),
    )
    .execute()
}

/** The estate says the same as the device: an open proposal for the address has nothing left to decide. */
async function settle(tx: Tx<InventoryTables>, organisationId: string, address: string): Promise<void> {
  await tx
    .deleteFrom('inventory.proposals')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`address = ${address}::inet`)
    .where('state', '=', 'open')
    .execute()
}
