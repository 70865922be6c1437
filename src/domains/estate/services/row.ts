import { sql, type Selectable } from 'kysely'
import type { z } from 'zod'
import { personNames } from '#identity'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Service } from '../contract.ts'
import type { AssetKind, EstateTables } from '../tables.ts'

export type ServiceSeen = z.input<typeof Service>

export const serviceSubject = { type: 'service', table: 'estate.services', says: 'service' } as const

/** The table's rows as the API says them, with their owners and what they depend on. */
export async function servicesOf(
  tx: Tx<EstateTables>,
  rows: readonly Selectable<EstateTables['estate.services']>[],
): Promise<ServiceSeen[]> {
  const ids = rows.map((row) => row.id)
  const names = await personNames(
    tx,
    rows.map((row) => row.owner_id),
  )
  const needed = await neededBy(tx, ids)
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    description: row.description,
    ownerId: row.owner_id,
    ownerName: names.get(row.owner_id ?? '') ?? null,
    level: row.level,
    url: row.url,
    notes: row.notes,
    assets: needed.assets
      .filter((asset) => asset.service_id === row.id)
      .map(({ id, name, kind }) => ({ id, name, kind })),
    services: needed.services
      .filter((service) => service.service_id === row.id)
      .map(({ id, name }) => ({ id, name })),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }))
}

async function neededBy(tx: Tx<EstateTables>, ids: string[]) {
  const { rows: assets } = await sql<{ service_id: string; id: string; name: string; kind: AssetKind }>`
    select d.service_id, a.id, a.name, a.kind
    from estate.service_dependencies d join estate.assets a on a.id = d.asset_id
    where d.service_id = any(${ids}::uuid[]) order by a.name collate kernel.natural`.execute(tx)
  const { rows: services } = await sql<{ service_id: string; id: string; name: string }>`
    select d.service_id, s.id, s.name
    from estate.service_dependencies d join estate.services s on s.id = d.needed_service_id
    where d.service_id = any(${ids}::uuid[]) order by s.name collate kernel.natural`.execute(tx)
  return { assets, services }
}

export async function readServiceRow(tx: Tx<EstateTables>, id: string): Promise<ServiceSeen> {
  const row = await tx.selectFrom('estate.services').selectAll().where('id', '=', id).executeTakeFirst()
  const [service] = await servicesOf(tx, [required(row)])
  return service!
}
