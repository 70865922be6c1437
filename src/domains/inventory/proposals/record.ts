import { sql } from 'kysely'
import type { AssetSeen } from '#estate'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { Writer } from '#kernel/operations'
import { primaryAddress } from '#network'
import type { DeviceFacts } from '../contract.ts'
import type { DiscoveryRow } from '../discoveries/row.ts'
import type { InventoryTables } from '../tables.ts'
import { findKnown } from './find-known.ts'
import type { Found } from './found.ts'
import { lockProposals } from './lock.ts'
import { refreshAsset } from './refresh.ts'

/**
 * Compares what was found with what is known, and keeps it as a proposal where there is something to decide; of a known
 * asset the rest is recorded at once.
 * @returns `known` where that is not so: the estate says it, a person left it out, another proposal is the same device.
 */
export async function recordFound(
  tx: Tx<InventoryTables>,
  discovery: DiscoveryRow,
  found: Found,
  by: Writer,
): Promise<'new' | 'changed' | 'known'> {
  const organisationId = discovery.organisation_id
  await lockProposals(tx, organisationId)
  const asset = await findKnown(tx, organisationId, found)
  if (!asset) {
    if (await isProposedAtAnother(tx, organisationId, found)) return 'known'
    return propose(tx, discovery, found, 'new', null)
  }
  const open = await openFacts(tx, asset, found)
  const isSpokenTo = await isSpokenToAt(tx, asset, found)
  await refreshAsset(tx, by, asset, found, { facts: open, address: isSpokenTo ? null : found.address })
  if (open.size === 0 && isSpokenTo) {
    await settle(tx, organisationId, found.address)
    return 'known'
  }
  return propose(tx, discovery, found, 'changed', asset.id)
}

/** Whether an open proposal is the same device at another of its addresses: each says that the other's is its own. */
async function isProposedAtAnother(
  tx: Tx<InventoryTables>,
  organisationId: string,
  found: Found,
): Promise<boolean> {
  const others = found.addresses.map((one) => one.address).filter((address) => address !== found.address)
  if (others.length === 0) return false
  const row = await tx
    .selectFrom('inventory.proposals')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'accepted')
    .where('kind', '=', 'new')
    .where(sql<boolean>`address = any(${others}::inet[])`)
    .where(sql<boolean>`addresses @> ${JSON.stringify([{ address: found.address }])}::jsonb`)
    .executeTakeFirst()
  return row !== undefined
}

const compared = ['name', 'vendor', 'model', 'serial', 'firmware', 'os', 'kind'] as const

/**
 * The facts that are for a person to decide: the asset says otherwise, and nobody typed something else after taking over
 * the very same facts.
 */
async function openFacts(
  tx: Tx<InventoryTables>,
  asset: AssetSeen,
  { facts }: Found,
): Promise<Set<keyof DeviceFacts>> {
  const taken = await takenFacts(tx, asset.id)
  return new Set(
    compared.filter((field) => {
      const said = facts[field]
      return said !== undefined && said !== asset[field] && said !== taken[field]
    }),
  )
}

/** Whether the address at which the asset is spoken to is this one, or another that the device says is its own. */
async function isSpokenToAt(tx: Tx<InventoryTables>, asset: AssetSeen, found: Found): Promise<boolean> {
  const primary = await primaryAddress(tx, asset.id)
  return primary === found.address || found.addresses.some(({ address }) => address === primary)
}

async function takenFacts(tx: Tx<InventoryTables>, assetId: string): Promise<DeviceFacts> {
  const row = await tx
    .selectFrom('inventory.proposals')
    .select('taken_facts')
    .where('asset_id', '=', assetId)
    .where('taken_facts', 'is not', null)
    .orderBy('seen_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.taken_facts ?? {}
}

async function propose(
  tx: Tx<InventoryTables>,
  discovery: DiscoveryRow,
  found: Found,
  kind: 'new' | 'changed',
  assetId: string | null,
): Promise<'new' | 'changed' | 'known'> {
  const facts = JSON.stringify(found.facts)
  const columns = {
    discovery_id: discovery.id,
    site_id: discovery.site_id,
    kind,
    asset_id: assetId,
    facts,
    sources: JSON.stringify(found.sources),
    interfaces: JSON.stringify(found.interfaces),
    addresses: JSON.stringify(found.addresses),
    credential_id: found.credential?.id ?? null,
    credential_port: found.credential?.port ?? null,
    round_trip_ms: found.roundTripMs,
    seen_at: now().toISOString(),
  }
  const { state } = await tx
    .insertInto('inventory.proposals')
    .values({ id: newId(), organisation_id: discovery.organisation_id, address: found.address, ...columns })
    .onConflict((conflict) =>
      conflict.constraint('proposals_address_key').doUpdateSet({
        ...columns,
        // A later run that names no site does not take away the one that an earlier run named.
        site_id: sql`coalesce(${discovery.site_id}::uuid, inventory.proposals.site_id)`,
        // A device that was left out stays out; of a change that was left out, only the same change does.
        state: sql`case when inventory.proposals.state = 'ignored' and ${kind} = inventory.proposals.kind
          and (${kind} = 'new' or inventory.proposals.facts = ${facts}::jsonb) then 'ignored' else 'open' end`,
      }),
    )
    .returning('state')
    .executeTakeFirstOrThrow()
  return state === 'ignored' ? 'known' : kind
}

/** The device says what is known: an open proposal for its address has nothing left to decide. */
async function settle(tx: Tx<InventoryTables>, organisationId: string, address: string): Promise<void> {
  const open = tx
    .selectFrom('inventory.proposals')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`address = ${address}::inet`)
    .where('state', '=', 'open')
  await tx
    .updateTable('inventory.proposals')
    .set({ state: 'accepted' })
    .where('id', 'in', open)
    .where('taken_facts', 'is not', null)
    .execute()
  await tx.deleteFrom('inventory.proposals').where('id', 'in', open).execute()
}
