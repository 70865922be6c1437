import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Id, Link, linkKinds, linkSources } from '../contract.ts'
import { query } from '../operations.ts'
import { linkRows, linksOf } from './row.ts'

export const listLinks = query({
  name: 'links.list',
  route: 'GET /links',
  right: 'link.read',
  summary: 'The links between assets',
  input: listInput(['asset', 'kind', 'updatedAt'], {
    assetId: Id.optional(),
    kind: anyOf(z.enum(linkKinds)),
    source: anyOf(z.enum(linkSources)),
  }),
  output: listOutput(Link),
  async run(tx, input, context) {
    let rows = linkRows(tx)
    if (input.q)
      rows = rows.where((row) =>
        row.or([row('a.name', 'ilike', `%${input.q}%`), row('b.name', 'ilike', `%${input.q}%`)]),
      )
    if (input.assetId)
      rows = rows.where((row) =>
        row.or([row('l.asset_id', '=', input.assetId!), row('l.far_asset_id', '=', input.assetId!)]),
      )
    if (input.kind?.length) rows = rows.where('l.kind', 'in', input.kind)
    if (input.source?.length) rows = rows.where('l.source', 'in', input.source)
    const sorts = {
      asset: sql`a.name collate kernel.natural`,
      kind: sql`l.kind`,
      updatedAt: sql`l.updated_at`,
    }
    const page = await listPage(rows, input, sorts, (row) => row, sql`l.id`)
    return { ...page, items: await linksOf(tx, page.items, context) }
  },
})

export const exportLinks = exportOf(listLinks, {
  route: 'GET /links/export',
  columns: [
    { name: 'asset', heading: 'network:link.asset', value: ({ ends }) => ends[0].assetName },
    { name: 'interface', heading: 'network:link.interface', value: ({ ends }) => ends[0].interfaceName },
    { name: 'farAsset', heading: 'network:link.farAsset', value: ({ ends }) => ends[1].assetName },
    {
      name: 'farInterface',
      heading: 'network:link.farInterface',
      value: ({ ends }) => ends[1].interfaceName,
    },
    { name: 'kind', heading: 'network:link.kind', word: (kind) => `network:linkKind.${kind}` },
    { name: 'source', heading: 'network:link.source', word: (source) => `network:linkSource.${source}` },
    { name: 'circuitName', heading: 'network:link.circuit' },
    { name: 'notes', heading: 'network:circuit.notes' },
  ],
})
