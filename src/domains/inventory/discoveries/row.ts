import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Discovery } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'

export type DiscoveryRow = Selectable<InventoryTables['inventory.discoveries']>

export function discoveryOf(row: DiscoveryRow): z.input<typeof Discovery> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siteId: row.site_id,
    prefix: row.prefix,
    credentialIds: row.credential_ids,
    packetsPerSecond: row.packets_per_second,
    state: row.state,
    total: row.total,
    asked: row.asked,
    answered: row.answered,
    identified: row.identified,
    report: {
      new: row.report.new ?? 0,
      changed: row.report.changed ?? 0,
      known: row.report.known ?? 0,
      skipped: row.report.skipped ?? [],
    },
    error: row.error,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function discoveryById(tx: Tx<InventoryTables>, id: string): Promise<z.input<typeof Discovery>> {
  const row = await tx.selectFrom('inventory.discoveries').selectAll().where('id', '=', id).executeTakeFirst()
  return discoveryOf(required(row))
}
