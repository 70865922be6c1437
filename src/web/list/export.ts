import type { Column, Row } from './types.ts'

/** Rows as CSV (RFC 4180) with a byte-order mark, which spreadsheets need to read accents. */
export function toCsv<R extends Row>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const kept = columns.filter((column) => column.text)
  const lines = [
    kept.map((column) => cellOf(column.label)),
    ...rows.map((row) => kept.map((column) => cellOf(column.text?.(row)))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is given an apostrophe (OWASP, "CSV injection"). */
function cellOf(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = String(value)
  const safe = /^'?[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function toJson<R extends Row>(rows: readonly R[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`
}
