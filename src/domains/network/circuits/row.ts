import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Circuit } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'

export const circuitSubject = { type: 'circuit', table: 'network.circuits', says: 'circuit' } as const

export function circuitRows(tx: Tx<NetworkTables>) {
  return (
    tx
      .selectFrom('network.circuits as c')
      .leftJoin('estate.sites_seen as s', 's.id', 'c.site_id')
      .leftJoin('estate.sites_seen as f', 'f.id', 'c.far_site_id')
      .leftJoin('estate.assets_seen as a', 'a.id', 'c.asset_id')
      .leftJoin('network.interfaces as i', 'i.id', 'c.interface_id')
      .selectAll('c')
      // An end that the caller does not see is no end to him.
      .select([
        's.id as seen_site_id',
        'f.id as seen_far_site_id',
        'a.id as seen_asset_id',
        'i.id as seen_interface_id',
        's.name as site_name',
        'f.name as far_site_name',
        'a.name as asset_name',
        'i.name as interface_name',
      ])
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof circuitRows>['executeTakeFirstOrThrow']>>

export function circuitOf(row: Row): z.input<typeof Circuit> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siteName: row.site_name,
    farSiteName: row.far_site_name,
    assetName: row.asset_name,
    interfaceName: row.interface_name,
    name: row.name,
    siteId: row.seen_site_id,
    farSiteId: row.seen_far_site_id,
    lineIdentifier: row.line_identifier,
    operator: row.operator,
    technology: row.technology,
    downBps: row.down_bps,
    upBps: row.up_bps,
    contract: row.contract,
    supportPhone: row.support_phone,
    supportEmail: row.support_email,
    targetToRestoreMinutes: row.target_to_restore_minutes,
    assetId: row.seen_asset_id,
    interfaceId: row.seen_interface_id,
    notes: row.notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function circuitById(tx: Tx<NetworkTables>, id: string): Promise<z.input<typeof Circuit>> {
  return circuitOf(required(await circuitRows(tx).where('c.id', '=', id).executeTakeFirst()))
}
