import { Problem } from '../errors.ts'
import { decodeText, type Encoding } from './decode.ts'
import { unguarded } from './guard.ts'
import { CsvFault, csvRecords, mostCells, type CsvRecord } from './records.ts'
import { findSeparator } from './separator.ts'
import type { Separator } from './write.ts'

/** Far more than an estate: what is beyond is read in parts. */
const mostLines = 100_000
const mostHeading = 200

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
  if (headings.some(({ length }) => length > mostHeading))
    throw unreadable('kernel:problem.csvHeading', { most: mostHeading })
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
    const records: CsvRecord[] = []
    for (const record of csvRecords(text, separator)) {
      if (records.length > mostLines) throw unreadable('kernel:problem.csvLines', { most: mostLines })
      records.push(record)
    }
    return records
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    const { what, line } = error
    if (what === 'quotes') throw unreadable('kernel:problem.csvQuotes', { line })
    throw unreadable('kernel:problem.csvColumns', { line, most: mostCells })
  }
}

function unreadable(code: string, params: Record<string, unknown> = {}): Problem {
  return new Problem('invalid-input', { reason: code, params, errors: [{ field: 'file', code, params }] })
}
