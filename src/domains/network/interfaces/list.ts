import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Id, Interface, interfaceKinds } from '../contract.ts'
import { query } from '../operations.ts'
import { interfaceOf, interfaceRows } from './row.ts'

export const listInterfaces = query({
  name: 'interfaces.list',
  route: 'GET /interfaces',
  right: 'interface.read',
  summary: 'The interfaces, of one asset or of all',
  input: listInput(['ifIndex', 'name', 'assetName', 'speedBps', 'updatedAt'], {
    assetId: Id.optional(),
    kind: anyOf(z.enum(interfaceKinds)),
    /** Those that a discovery no longer found too. */
    withGone: z.stringbool().default(false),
  }),
  output: listOutput(Interface),
  run: (tx, input) => {
    let rows = interfaceRows(tx)
    if (input.q) {
      const like = `%${input.q}%`
      rows = rows.where((row) =>
        row.or([
          row('i.name', 'ilike', like),
          row('i.alias', 'ilike', like),
          row('i.description', 'ilike', like),
          row('i.mac', 'ilike', like),
          row('a.name', 'ilike', like),
        ]),
      )
    }
    if (input.assetId) rows = rows.where('i.asset_id', '=', input.assetId)
    if (input.kind?.length) rows = rows.where('i.kind', 'in', input.kind)
    if (!input.withGone) rows = rows.where('i.gone_at', 'is', null)
    const sorts = {
      ifIndex: sql`coalesce(i.if_index, 2147483647)`,
      name: sql`i.name collate kernel.natural`,
      // Within an asset by name, so that the ports of one device follow each other.
      assetName: sql`(a.name || ' ' || i.name) collate kernel.natural`,
      speedBps: sql`coalesce(i.speed_bps, 0)`,
      updatedAt: sql`i.updated_at`,
    }
    return listPage(rows, input, sorts, interfaceOf, sql`i.id`)
  },
})

export const exportInterfaces = exportOf(listInterfaces, {
  route: 'GET /interfaces/export',
  columns: [
    { name: 'assetName', heading: 'network:interface.asset' },
    { name: 'name', heading: 'network:interface.name' },
    { name: 'alias', heading: 'network:interface.alias' },
    { name: 'description', heading: 'network:interface.description' },
    { name: 'kind', heading: 'network:interface.kind', word: (kind) => `network:interfaceKind.${kind}` },
    { name: 'mac', heading: 'network:interface.mac' },
    { name: 'speedBps', heading: 'network:interface.speed' },
    { name: 'vlan', heading: 'network:interface.vlan' },
    { name: 'mtu', heading: 'network:interface.mtu' },
    {
      name: 'source',
      heading: 'network:address.source',
      word: (source) => `network:addressSource.${source}`,
    },
  ],
})
