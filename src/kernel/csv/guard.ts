/**
 * A text as a cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a carriage
 * return gets an apostrophe before it (OWASP, CSV Injection). Plain numbers, dates and telephone numbers stay.
 */
export function guarded(text: string): string {
  if (!/^'?[=+\-@\t\r]/.test(text) || /^[+-][\d\s.,()]+$/.test(text)) return text
  return `'${text}`
}

/** The text that was guarded: what we export can be imported again. */
export function unguarded(cell: string): string {
  return /^''?[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
