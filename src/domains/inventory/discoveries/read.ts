import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Discovery, Id } from '../contract.ts'
import { discoveryStates } from '../contract/words.ts'
import { query } from '../operations.ts'
import { discoveryById, discoveryOf } from './row.ts'

export const listDiscoveries = query({
  name: 'discoveries.list',
  route: 'GET /discoveries',
  right: 'proposal.read',
  summary: 'The discoveries, with their progress',
  input: listInput(['createdAt', 'prefix', 'state'], {
    state: anyOf(z.enum(discoveryStates)),
    siteId: Id.optional(),
  }),
  output: listOutput(Discovery),
  run: (tx, input) => {
    let rows = tx.selectFrom('inventory.discoveries').selectAll()
    if (input.q) rows = rows.where(sql<boolean>`prefix::text like ${`${input.q}%`}`)
    if (input.state?.length) rows = rows.where('state', 'in', input.state)
    if (input.siteId) rows = rows.where('site_id', '=', input.siteId)
    const sorts = { createdAt: sql`created_at`, prefix: sql`prefix::text`, state: sql`state` }
    return listPage(rows, input, sorts, discoveryOf)
  },
})

export const exportDiscoveries = exportOf(listDiscoveries, {
  route: 'GET /discoveries/export',
  columns: [
    { name: 'prefix', heading: 'inventory:discovery.prefix' },
    { name: 'state', heading: 'inventory:discovery.state', word: (one) => `inventory:discoveryState.${one}` },
    { name: 'total', heading: 'inventory:discovery.total' },
    { name: 'answered', heading: 'inventory:discovery.answered' },
    { name: 'identified', heading: 'inventory:discovery.identified' },
    { name: 'new', heading: 'inventory:discovery.new', value: ({ report }) => report.new },
    { name: 'changed', heading: 'inventory:discovery.changed', value: ({ report }) => report.changed },
    { name: 'createdAt', heading: 'inventory:discovery.createdAt' },
  ],
})

export const readDiscovery = query({
  name: 'discoveries.read',
  route: 'GET /discoveries/:id',
  right: 'proposal.read',
  summary: 'One discovery, with its progress',
  input: z.strictObject({ id: Id }),
  output: Discovery,
  run: (tx, { id }) => discoveryById(tx, id),
})
