import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Id, Interface, interfaceKinds } from '../contract.ts'
import { query } from '../operations.ts'
import type { InterfaceRow } from './door.ts'

export const listInterfaces = query({
  name: 'interfaces.list',
  route: 'GET /interfaces',
  right: 'interface.read',
  summary: 'The interfaces, of one asset or of all',
  input: listInput(['ifIndex', 'name', 'speedBps', 'updatedAt'], {
    assetId: Id.optional(),
    kind: anyOf(z.enum(interfaceKinds)),
    /** Those that a discovery no longer found too. */
    withGone: z.stringbool().default(false),
  }),
  output: listOutput(Interface),
  run: (tx, input) => {
    let rows = tx.selectFrom('network.interfaces').selectAll()
    if (input.q) {
      const like = `%${input.q}%`
      rows = rows.where((row) =>
        row.or([
          row('name', 'ilike', like),
          row('alias', 'ilike', like),
          row('description', 'ilike', like),
          row('mac', 'ilike', like),
        ]),
      )
    }
    if (input.assetId) rows = rows.where('asset_id', '=', input.assetId)
    if (input.kind?.length) rows = rows.where('kind', 'in', input.kind)
    if (!input.withGone) rows = rows.where('gone_at', 'is', null)
    const sorts = {
      ifIndex: sql`coalesce(if_index, 2147483647)`,
      name: sql`name collate kernel.natural`,
      speedBps: sql`coalesce(speed_bps, 0)`,
      updatedAt: sql`updated_at`,
    }
    return listPage(rows, input, sorts, interfaceOf)
  },
})

export const exportInterfaces = exportOf(listInterfaces, {
  route: 'GET /interfaces/export',
  columns: [
    { name: 'name', heading: 'network:interface.name' },
    { name: 'alias', heading: 'network:interface.alias' },
    { name: 'description', heading: 'network:interface.description' },
    { name: 'kind', heading: 'network:interface.kind', word: (kind) => `network:interfaceKind.${kind}` },
    { name: 'mac', heading: 'network:interface.mac' },
    { name: 'speedBps', heading: 'network:interface.speed' },
    { name: 'vlan', heading: 'network:interface.vlan' },
    { name: 'assetId', heading: 'network:interface.assetId' },
  ],
})

export function interfaceOf(row: InterfaceRow): z.input<typeof Interface> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    assetId: row.asset_id,
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
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
