import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Address } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'

export const addressSubject = {
  type: 'address',
  table: 'network.addresses',
  says: 'address',
  under: { table: 'estate.assets_seen', columns: ['asset_id'] },
} as const

export function addressRows(tx: Tx<NetworkTables>) {
  return tx
    .selectFrom('network.addresses as n')
    .innerJoin('estate.assets_seen as a', 'a.id', 'n.asset_id')
    .leftJoin('network.interfaces as i', 'i.id', 'n.interface_id')
    .selectAll('n')
    .select(['a.name as asset_name', 'i.name as interface_name', sql<string>`host(n.address)`.as('plain')])
}

type Row = Awaited<ReturnType<ReturnType<typeof addressRows>['executeTakeFirstOrThrow']>>

export function addressOf(row: Row): z.input<typeof Address> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    assetId: row.asset_id,
    assetName: row.asset_name,
    interfaceId: row.interface_id,
    interfaceName: row.interface_name,
    address: row.plain,
    isPrimary: row.is_primary,
    name: row.name,
    domain: row.domain,
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function addressById(tx: Tx<NetworkTables>, id: string): Promise<z.input<typeof Address>> {
  return addressOf(required(await addressRows(tx).where('n.id', '=', id).executeTakeFirst()))
}
