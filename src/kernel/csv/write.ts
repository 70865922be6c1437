import { guarded } from './guard.ts'

/** A comma (RFC 4180), a semicolon (what French Excel opens), or a tab. */
export type Separator = ',' | ';' | '\t'

/** One line of CSV with its line end (RFC 4180, 2): quoted where it must be, guarded against formulas. */
export function csvLine(cells: readonly unknown[], separator: Separator): string {
  return `${cells.map((cell) => quoted(textOf(cell))).join(separator)}\r\n`
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (Array.isArray(cell)) return guarded(cell.map(String).join(', '))
  return typeof cell === 'string' ? guarded(cell) : String(cell)
}

/**
 * In quotes also for a separator that is not ours: opened with another, what stands after it would begin a cell of its
 * own, and be run.
 */
function quoted(text: string): string {
  const needs = /[;,\t"\r\n]/.test(text) || /^\s|\s$/.test(text)
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}
