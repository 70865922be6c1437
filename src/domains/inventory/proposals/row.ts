import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Proposal } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'
import type { Holder } from './holder.ts'

export type ProposalRow = Selectable<InventoryTables['inventory.proposals']>

export function proposalOf(row: ProposalRow & { holder: Holder | null }): z.input<typeof Proposal> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    discoveryId: row.discovery_id,
    siteId: row.site_id,
    address: row.address,
    state: row.state,
    kind: row.kind,
    assetId: row.asset_id,
    holder: row.state === 'open' ? row.holder : null,
    facts: row.facts,
    sources: row.sources,
    interfaces: row.interfaces.length,
    credentialId: row.credential_id,
    roundTripMs: row.round_trip_ms,
    seenAt: row.seen_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
