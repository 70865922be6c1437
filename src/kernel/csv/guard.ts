/**
 * What a spreadsheet takes for the beginning of a formula, in its wide forms of East Asian keyboards too (U+FF1D, U+FF0B,
 * U+FF0D, U+FF20).
 */
const begins = '[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]'
const isFormula = new RegExp(`^'?${begins}`)
const wasGuarded = new RegExp(`^''?${begins}`)
const plainNumber = /^[+-][\d\s.,()]+$/

/**
 * A text as a cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it (OWASP,
 * CSV Injection). Plain numbers, dates and telephone numbers stay.
 */
export function guarded(text: string): string {
  return isFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/** The text that was guarded: what we export can be imported again. */
export function unguarded(cell: string): string {
  return wasGuarded.test(cell) ? cell.slice(1) : cell
}
