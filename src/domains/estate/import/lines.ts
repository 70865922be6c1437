import type { Table } from '#kernel/csv'
import { Problem } from '#kernel/errors'
import type { Asking, ImportField } from './fields.ts'

export interface LineError {
  field: string | null
  message: string
}

/** A line of the file: what its cells say, and what is wrong with them. */
export interface ParsedLine {
  line: number
  /** By field; a field whose cell is empty, or that no column was given to, is absent. */
  values: Record<string, unknown>
  errors: LineError[]
}

const mostLines = 20_000

/** Reads every cell of every line. @throws Problem where there are more lines than one import takes. */
export function parseLines(
  table: Table,
  columns: readonly (string | null)[],
  fields: readonly ImportField[],
  asking: Asking,
): ParsedLine[] {
  if (table.lines.length > mostLines)
    throw new Problem('invalid-input', {
      reason: 'estate:problem.tooManyLines',
      params: { most: mostLines },
      errors: [{ field: 'file', code: 'estate:problem.tooManyLines', params: { most: mostLines } }],
    })
  const readers = columns.map((name) => fields.find((field) => field.name === name))
  return table.lines.map(({ line, cells, hasTooMany }) => {
    const parsed: ParsedLine = { line, values: {}, errors: [] }
    if (hasTooMany) parsed.errors.push({ field: null, message: asking.say('estate:problem.tooManyCells') })
    readers.forEach((field, index) => {
      const cell = cells[index] ?? ''
      if (!field || cell === '') return
      const reading = field.read(cell, asking)
      if ('error' in reading) parsed.errors.push({ field: field.name, message: reading.error })
      else parsed.values[field.name] = reading.value
    })
    return parsed
  })
}
