import type { Separator } from './write.ts'

export interface CsvRecord {
  /** Where the record begins, from 1: what a text editor shows. */
  line: number
  cells: string[]
}

/** A table of ours has some twenty columns; a file from another program may have a few hundred. */
export const mostCells = 256

/** A quoted cell that does not end or is followed by something else than a separator, or more cells than a table has. */
export class CsvFault extends Error {
  readonly line: number
  readonly what: 'quotes' | 'columns'
  constructor(what: 'quotes' | 'columns', line: number) {
    super(`${what} on line ${line}`)
    this.what = what
    this.line = line
  }
}

/**
 * Splits CSV into records (RFC 4180): cells in quotes may hold separators, line breaks and doubled quotes; lines end
 * with CRLF, LF or CR. A quote inside a cell that does not begin with one is a plain character (`19" rack`). Empty lines
 * are records of one empty cell.
 * @throws CsvFault with the line where the quote began, or where there are more cells than a table has.
 */
export function* csvRecords(text: string, separator: Separator): Generator<CsvRecord> {
  let at = 0
  let line = 1
  let record: CsvRecord = { line, cells: [] }
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at, separator)
    if (record.cells.length >= mostCells) throw new CsvFault('columns', line)
    record.cells.push(cell.value)
    line += cell.breaks
    at = cell.end
    if (text[at] === separator) {
      at += 1
      continue
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') throw new CsvFault('quotes', line)
    yield record
    if (at >= text.length) return
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line += 1
    record = { line, cells: [] }
    if (at >= text.length) return
  }
}

interface Cell {
  value: string
  /** The position after it. */
  end: number
  breaks: number
}

function plainCell(text: string, start: number, separator: Separator): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end, breaks: 0 }
}

function quotedCell(text: string, start: number, line: number): Cell {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) throw new CsvFault('quotes', line)
    if (text[end + 1] !== '"') break
    end += 2
  }
  const inside = text.slice(start + 1, end)
  const breaks = inside.match(/\r\n|\n|\r/g)?.length ?? 0
  return { value: inside.replaceAll('""', '"'), end: end + 1, breaks }
}
