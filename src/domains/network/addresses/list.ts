import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Address, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { addressOf, addressRows } from './row.ts'

export const listAddresses = query({
  name: 'addresses.list',
  route: 'GET /addresses',
  right: 'address.read',
  summary: 'The addresses, of some assets or of all',
  input: listInput(['address', 'assetName', 'name', 'updatedAt'], {
    assetId: anyOf(Id),
    /** Those within a prefix: `10.1.0.0/16`. */
    within: z.cidrv4().or(z.cidrv6()).optional(),
    isPrimary: z.stringbool().optional(),
  }),
  output: listOutput(Address),
  run: (tx, input) => {
    let rows = addressRows(tx)
    if (input.q)
      rows = rows.where(
        sql<boolean>`(host(n.address) like ${`${input.q.replaceAll(/[%_]/g, '')}%`} or n.name ilike ${`%${input.q}%`}
          or a.name ilike ${`%${input.q}%`})`,
      )
    if (input.assetId?.length) rows = rows.where(sql<boolean>`n.asset_id = any(${input.assetId}::uuid[])`)
    if (input.within) rows = rows.where(sql<boolean>`n.address <<= ${input.within}::inet`)
    if (input.isPrimary !== undefined) rows = rows.where('n.is_primary', '=', input.isPrimary)
    const sorts = {
      address: sql`n.address`,
      assetName: sql`a.name collate kernel.natural`,
      name: sql`n.name`,
      updatedAt: sql`n.updated_at`,
    }
    return listPage(rows, input, sorts, addressOf, sql`n.id`)
  },
})

export const exportAddresses = exportOf(listAddresses, {
  route: 'GET /addresses/export',
  columns: [
    { name: 'address', heading: 'network:address.address' },
    { name: 'assetName', heading: 'network:address.asset' },
    { name: 'interfaceName', heading: 'network:address.interface' },
    { name: 'name', heading: 'network:address.name' },
    { name: 'domain', heading: 'network:address.domain' },
    { name: 'isPrimary', heading: 'network:address.isPrimary' },
    {
      name: 'source',
      heading: 'network:address.source',
      word: (source) => `network:addressSource.${source}`,
    },
  ],
})
