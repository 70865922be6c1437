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
import { furtherColumnsOf } from '../further.ts'
import { assetHeadings, assetImportFields } from './fields.ts'
import { planFurther, writeFurther } from './further.ts'
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
    const { table, columns, fields, lines } = await plan(tx, input, context)
    return previewOf(table, columns, fields, lines)
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
    await lockImport(tx, 'assets', input.organisationId)
    const { lines, further } = await plan(tx, input, context)
    refuseWrong(lines, input.skipInvalid)
    await writeAssets(tx, context, input.organisationId, lines)
    refuseWrong(await writeFurther(tx, context, input.organisationId, lines, further), false)
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
  const further = furtherColumnsOf(context, organisationId)
  const fields = [...assetImportFields, ...further]
  const names = fields.map(({ name }) => name)
  const columns = mapColumns(table.headings, names, assetHeadings(names), mapping)
  const parsed = parseLines(table, columns, fields, context)
  const lines = planAssets(parsed, await knownAssets(tx, organisationId), context)
  await planFurther(tx, organisationId, lines, further, context)
  return { table, columns, fields, lines, further }
}
