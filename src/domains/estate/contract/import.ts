import { z } from 'zod'
import { Id } from './values.ts'

/** What an import of a CSV file is told besides the file. */
export const importOptions = {
  organisationId: Id,
  /** The field of each column, in order, separated by commas; empty for a column to leave. Guessed where absent. */
  mapping: z.string().max(5_000).optional(),
}

const Cell = z.string().nullable()

/** What an import would do, line by line. Nothing is written while a line is wrong, unless it is left out by choice. */
export const ImportPreview = z
  .object({
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    separator: z.enum([',', ';', '\t']),
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable(), example: z.string() })),
    /** The fields that a column may be given to. */
    fields: z.array(z.string()),
    counts: z.object({
      lines: z.number().int(),
      create: z.number().int(),
      change: z.number().int(),
      same: z.number().int(),
      wrong: z.number().int(),
    }),
    /** Wrong lines first come, then the others, up to a few hundred of each, in the order of the file. */
    rows: z.array(
      z.object({
        line: z.number().int(),
        action: z.enum(['create', 'change', 'same', 'wrong']),
        id: Id.nullable(),
        name: z.string(),
        changes: z.array(z.object({ field: z.string(), before: Cell, after: Cell })),
        errors: z.array(z.object({ field: z.string().nullable(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: 'ImportPreview' })

export const ImportDone = z
  .object({
    created: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    skipped: z.number().int(),
  })
  .meta({ id: 'ImportDone' })
