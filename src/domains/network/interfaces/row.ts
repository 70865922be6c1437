import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Interface } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'

export const interfaceSubject = {
  type: 'interface',
  table: 'network.interfaces',
  says: 'interface',
  under: { table: 'estate.assets_seen', columns: ['asset_id'] },
} as const

export function interfaceRows(tx: Tx<NetworkTables>) {
  return tx
    .selectFrom('network.interfaces as i')
    .innerJoin('estate.assets_seen as a', 'a.id', 'i.asset_id')
    .selectAll('i')
    .select('a.name as asset_name')
}

type Row = Awaited<ReturnType<ReturnType<typeof interfaceRows>['executeTakeFirstOrThrow']>>

export function interfaceOf(row: Row): z.input<typeof Interface> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    assetId: row.asset_id,
    assetName: row.asset_name,
    name: row.name,
    ifIndex: row.if_index,
    description: row.description,
    alias: row.alias,
    kind: row.kind,
    mac: row.mac,
    speedBps: row.speed_bps,
    mtu: row.mtu,
    vlan: row.vlan,
    isEnabled: row.is_enabled,
    goneAt: row.gone_at,
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function interfaceById(tx: Tx<NetworkTables>, id: string): Promise<z.input<typeof Interface>> {
  return interfaceOf(required(await interfaceRows(tx).where('i.id', '=', id).executeTakeFirst()))
}
