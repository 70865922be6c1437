import { Problem } from '../errors.ts'
import { decodeText, type Encoding } from './decode.ts'
import { unguarded } from './guard.ts'
import { CsvFault, csvRecords, type CsvRecord } from './records.ts'
import { findSeparator } from './separator.ts'
import type { Separator } from './write.ts'

export interface TableLine {
  /** Where the line begins in the file, from 1: what a text editor shows. */
  line: number
  /** As many as there are headings; missing ones are empty. */
  cells: string[]
  /** More cells than headings: a separator stands unquoted in one of them. */
  hasTooMany: boolean
}

export interface Table {
  encoding: Encoding
  separator: Separator
  headings: string[]
  lines: TableLine[]
}

/**
 * Reads a CSV file as spreadsheets write it (RFC 4180 and what is found in the wild: byte-order marks, Windows-1252,
 * semicolons, line breaks in quotes, empty lines). Cells are trimmed, and what our own export guarded is undone.
 * @throws Problem `invalid-input` where it cannot be read as a table at all, with the line where that shows.
 */
export function readTable(bytes: Buffer): Table {
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) throw unreadable('kernel:problem.badText')
  const { separator, rest } = findSeparator(text)
  const before = text.slice(0, text.length - rest.length).split('\n').length - 1
  const [first, ...others] = recordsOf(rest, separator).filter(({ cells }) =>
    cells.some((cell) => cell.trim()),
  )
  if (!first) throw unreadable('kernel:problem.csvEmpty')
  const headings = first.cells.map((cell) => cell.trim())
  return {
    encoding,
    separator,
    headings,
    lines: others.map(({ cells, line }) => ({
      line: line + before,
      cells: headings.map((_, index) => unguarded((cells[index] ?? '').trim())),
      hasTooMany: cells.slice(headings.length).some((cell) => cell.trim() !== ''),
    })),
  }
}

function recordsOf(text: string, separator: Separator): CsvRecord[] {
  try {
    return [...csvRecords(text, separator)]
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    throw unreadable('kernel:problem.csvQuotes', { line: error.line })
  }
}

function unreadable(code: string, params: Record<string, unknown> = {}): Problem {
  return new Problem('invalid-input', { reason: code, params, errors: [{ field: 'file', code, params }] })
}
