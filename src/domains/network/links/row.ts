import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import { circuitsSeen } from '../circuits/seen.ts'
import type { Link } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'

/** A link lies where its first end does; both ends' histories tell of it. */
export const linkSubject = {
  type: 'link',
  table: 'network.links',
  says: 'link',
  under: { table: 'estate.assets_seen', columns: ['asset_id', 'far_asset_id'] },
} as const

export function linkRows(tx: Tx<NetworkTables>) {
  return tx
    .selectFrom('network.links as l')
    .innerJoin('estate.assets_seen as a', 'a.id', 'l.asset_id')
    .innerJoin('estate.assets_seen as b', 'b.id', 'l.far_asset_id')
    .leftJoin('network.interfaces as i', 'i.id', 'l.interface_id')
    .leftJoin('network.interfaces as j', 'j.id', 'l.far_interface_id')
    .selectAll('l')
    .select([
      'a.name as asset_name',
      'b.name as far_asset_name',
      'i.name as interface_name',
      'j.name as far_interface_name',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof linkRows>['executeTakeFirstOrThrow']>>

/** With its circuit for who may read that; for others it has none. */
export async function linksOf(
  tx: Tx<NetworkTables>,
  rows: readonly Row[],
  context: Context,
): Promise<z.input<typeof Link>[]> {
  const circuits = await circuitsSeen(
    tx,
    rows.map((row) => row.circuit_id),
    context,
  )
  return rows.map((row) => linkOf(row, circuits))
}

function linkOf(row: Row, circuits: ReadonlyMap<string, string>): z.input<typeof Link> {
  const circuitName = row.circuit_id === null ? undefined : circuits.get(row.circuit_id)
  return {
    id: row.id,
    organisationId: row.organisation_id,
    ends: [
      {
        assetId: row.asset_id,
        assetName: row.asset_name,
        interfaceId: row.interface_id,
        interfaceName: row.interface_name,
      },
      {
        assetId: row.far_asset_id,
        assetName: row.far_asset_name,
        interfaceId: row.far_interface_id,
        interfaceName: row.far_interface_name,
      },
    ],
    kind: row.kind,
    source: row.source,
    circuitId: circuitName === undefined ? null : row.circuit_id,
    circuitName: circuitName ?? null,
    notes: row.notes,
    seenAt: row.seen_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export async function linkById(
  tx: Tx<NetworkTables>,
  id: string,
  context: Context,
): Promise<z.input<typeof Link>> {
  const row = required(await linkRows(tx).where('l.id', '=', id).executeTakeFirst())
  return (await linksOf(tx, [row], context))[0]!
}

/** What a link is called where it is spoken of: its two ends. */
export const nameOfLink = ({ ends: [near, far] }: z.input<typeof Link>) =>
  `${near.assetName} – ${far.assetName}`
