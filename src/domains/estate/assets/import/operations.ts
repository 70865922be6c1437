import { z } from 'zod'
import { readTable } from '#kernel/csv'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import { ImportDone, importOptions, ImportPreview } from '../../contract.ts'
import { mapColumns } from '../../import/columns.ts'
import { doneOf } from '../../import/done.ts'
import { parseLines } from '../../import/lines.ts'
import { previewOf, refuseWrong } from '../../import/plan.ts'
import { command, query } from '../../operations.ts'
import type { EstateTables } from '../../tables.ts'
import { assetHeadings, assetImportFields } from './fields.ts'
import { knownAssets } from './known.ts'
import { planAssets } from './plan.ts'
import { writeAssets } from './write.ts'

const file = { consumes: ['text/csv'], bodyLimit: 16 << 20 }

export const previewAssetImport = query({
  ...file,
  name: 'assets.previewImport',
  route: 'POST /assets/import/preview',
  right: 'asset.write',
  summary: 'What an import of assets would do, line by line; nothing is written',
  input: z.strictObject(importOptions),
  output: ImportPreview,
  async run(tx, input, context) {
    const { table, columns, lines } = await plan(tx, input, context)
    return previewOf(table, columns, assetImportFields, lines)
  },
})

export const importAssets = command({
  ...file,
  name: 'assets.import',
  route: 'POST /assets/import',
  right: 'asset.write',
  summary: 'Add and change assets from a CSV file: all lines, or none while one is wrong',
  input: z.strictObject({ ...importOptions, skipInvalid: z.stringbool().default(false) }),
  output: ImportDone,
  async run(tx, input, context) {
    const { lines } = await plan(tx, input, context)
    refuseWrong(lines, input.skipInvalid)
    await writeAssets(tx, context, input.organisationId, lines)
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
  const fields = assetImportFields.map(({ name }) => name)
  const columns = mapColumns(table.headings, fields, assetHeadings, mapping)
  const parsed = parseLines(table, columns, assetImportFields, context)
  return { table, columns, lines: planAssets(parsed, await knownAssets(tx, organisationId), context) }
}
