import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Circuit, Id, technologies } from '../contract.ts'
import { query } from '../operations.ts'
import { circuitOf, circuitRows } from './row.ts'

export const listCircuits = query({
  name: 'circuits.list',
  route: 'GET /circuits',
  right: 'circuit.read',
  summary: 'The circuits that operators deliver',
  input: listInput(['name', 'operator', 'technology', 'site', 'updatedAt'], {
    operator: anyOf(z.string().max(100)),
    technology: anyOf(z.enum(technologies)),
    siteId: Id.optional(),
    /** Those with an end at this site or below it. */
    under: Id.optional(),
    assetId: Id.optional(),
  }),
  output: listOutput(Circuit),
  run: (tx, input) => {
    let rows = circuitRows(tx)
    if (input.q) {
      const like = `%${input.q}%`
      rows = rows.where((row) =>
        row.or([
          row('c.name', 'ilike', like),
          row('c.line_identifier', 'ilike', like),
          row('c.operator', 'ilike', like),
          row('c.contract', 'ilike', like),
        ]),
      )
    }
    if (input.operator?.length) rows = rows.where('c.operator', 'in', input.operator)
    if (input.technology?.length) rows = rows.where('c.technology', 'in', input.technology)
    // By an end that the caller sees: what he does not see cannot be asked for either.
    if (input.siteId)
      rows = rows.where((row) => row.or([row('s.id', '=', input.siteId!), row('f.id', '=', input.siteId!)]))
    if (input.under)
      rows = rows.where(
        sql<boolean>`(s.path @> array[${input.under}]::uuid[] or f.path @> array[${input.under}]::uuid[])`,
      )
    if (input.assetId) rows = rows.where('a.id', '=', input.assetId)
    const sorts = {
      name: sql`c.name collate kernel.natural`,
      operator: sql`c.operator`,
      technology: sql`c.technology`,
      site: sql`coalesce(s.name, '')`,
      updatedAt: sql`c.updated_at`,
    }
    return listPage(rows, input, sorts, circuitOf, sql`c.id`)
  },
})

export const exportCircuits = exportOf(listCircuits, {
  route: 'GET /circuits/export',
  columns: [
    { name: 'name', heading: 'network:circuit.name' },
    { name: 'operator', heading: 'network:circuit.operator' },
    { name: 'lineIdentifier', heading: 'network:circuit.lineIdentifier' },
    { name: 'technology', heading: 'network:circuit.technology', word: (one) => `network:technology.${one}` },
    { name: 'siteName', heading: 'network:circuit.site' },
    { name: 'farSiteName', heading: 'network:circuit.farSite' },
    { name: 'downBps', heading: 'network:circuit.down' },
    { name: 'upBps', heading: 'network:circuit.up' },
    { name: 'contract', heading: 'network:circuit.contract' },
    { name: 'supportPhone', heading: 'network:circuit.supportPhone' },
    { name: 'supportEmail', heading: 'network:circuit.supportEmail' },
    { name: 'targetToRestoreMinutes', heading: 'network:circuit.target' },
  ],
})
