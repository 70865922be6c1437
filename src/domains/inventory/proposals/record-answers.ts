import { sql } from 'kysely'
import { now } from '#kernel/clock'
import { newId } from '#kernel/ids'
import type { CycleContext } from '#kernel/jobs'
import { assetsByAddress } from '#network'
import type { Answer } from '#protocols/icmp/index'
import type { DiscoveryRow } from '../discoveries/row.ts'
import type { DiscoveryReport, InventoryTables } from '../tables.ts'
import { lockProposals } from './lock.ts'

/**
 * Keeps addresses that answered and that nobody had the time to ask who they are, all at once. What is known of an
 * address already (an asset, a proposal with facts) says more than that it answers, and stays as it is.
 */
export async function recordAnswers(
  { system }: CycleContext,
  discovery: DiscoveryRow,
  answers: readonly Answer[],
  report: Required<DiscoveryReport>,
): Promise<void> {
  if (answers.length === 0) return
  const added = await system<InventoryTables, number>(async (tx) => {
    const { organisation_id: organisationId } = discovery
    await lockProposals(tx, organisationId)
    const addresses = answers.map(({ address }) => address)
    const held = await assetsByAddress(tx, organisationId, addresses)
    const { rows: proposed } = await sql<{ address: string }>`
      select host(p.address) as address from inventory.proposals p
      where p.organisation_id = ${organisationId} and p.address = any(${addresses}::inet[])
      union select one->>'address' from inventory.proposals p, jsonb_array_elements(p.addresses) one
      where p.organisation_id = ${organisationId} and one->>'address' = any(${addresses}::text[])`.execute(tx)
    const known = new Set([...held.keys(), ...proposed.map(({ address }) => address)])
    const news = answers.filter(({ address }) => !known.has(address))
    if (news.length === 0) return 0
    await tx
      .insertInto('inventory.proposals')
      .values(
        news.map(({ address, rttMs }) => ({
          id: newId(),
          organisation_id: organisationId,
          discovery_id: discovery.id,
          site_id: discovery.site_id,
          address,
          kind: 'new' as const,
          facts: '{}',
          sources: '{}',
          interfaces: '[]',
          addresses: '[]',
          round_trip_ms: rttMs,
          seen_at: now().toISOString(),
        })),
      )
      .execute()
    return news.length
  })
  report.new += added
  report.known += answers.length - added
}
