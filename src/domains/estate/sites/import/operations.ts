import { z } from 'zod'
import { readTable } from '#kernel/csv'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import { ImportDone, importOptions, ImportPreview } from '../../contract.ts'
import { mapColumns } from '../../import/columns.ts'
import { doneOf } from '../../import/done.ts'
import { parseLines } from '../../import/lines.ts'
import { lockImport } from '../../import/lock.ts'
import { previewOf, refuseWrong } from '../../import/plan.ts'
import { command, query } from '../../operations.ts'
import type { EstateTables } from '../../tables.ts'
import { siteHeadings, siteImportFields } from './fields.ts'
import { knownSites } from './known.ts'
import { planSites } from './plan.ts'
import { writeSites } from './write.ts'

const file = { consumes: ['text/csv'], bodyLimit: 16 << 20 }

export const previewSiteImport = query({
  ...file,
  name: 'sites.previewImport',
  route: 'POST /sites/import/preview',
  right: 'site.write',
  summary: 'What an import of sites would do, line by line; nothing is written',
  input: z.strictObject(importOptions),
  output: ImportPreview,
  async run(tx, input, context) {
    const { table, columns, lines } = await plan(tx, input, context)
    return previewOf(table, columns, siteImportFields, lines)
  },
})

export const importSites = command({
  ...file,
  name: 'sites.import',
  route: 'POST /sites/import',
  right: 'site.write',
  summary: 'Add and change sites from a CSV file: all lines, or none while one is wrong',
  input: z.strictObject({ ...importOptions, skipInvalid: z.stringbool().default(false) }),
  output: ImportDone,
  async run(tx, input, context) {
    await lockImport(tx, 'sites', input.organisationId)
    const { lines } = await plan(tx, input, context)
    refuseWrong(lines, input.skipInvalid)
    await writeSites(tx, context, input.organisationId, lines)
    const done = doneOf(lines)
    context.about({ organisationId: input.organisationId, detail: done })
    return done
  },
})

interface Input {
  organisationId: string
  mapping?: string | undefined
}

async function plan(tx: Tx<EstateTables>, { organisationId, mapping }: Input, context: Context) {
  const table = readTable(context.body)
  const fields = siteImportFields.map(({ name }) => name)
  const columns = mapColumns(table.headings, fields, siteHeadings, mapping)
  const parsed = parseLines(table, columns, siteImportFields, context)
  return { table, columns, lines: planSites(parsed, await knownSites(tx, organisationId), context) }
}
