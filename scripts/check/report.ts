import { isError, type Check, type Finding, type Outcome } from './outcome.ts'

export interface Result {
  check: Check
  outcome: Outcome
  tookMs: number
}

/** How many findings of one check are printed before the rest is counted. */
const mostPrinted = 60

export function printResult({ check, outcome, tookMs }: Result): void {
  const took = `${(tookMs / 1000).toFixed(1)} s`
  const name = check.name.padEnd(14)
  if ('skipped' in outcome) return console.log(`skipped  ${name}${outcome.skipped}`)
  const { findings } = outcome
  const errors = findings.filter(isError)
  const warnings = findings.length - errors.length
  const counts = [count(errors.length, 'error'), count(warnings, 'warning'), took].filter(Boolean).join(', ')
  console.log(`${errors.length > 0 ? 'FAILED ' : 'ok     '}  ${name}${counts}`)
  const ordered = [...errors, ...findings.filter((finding) => !isError(finding))]
  for (const finding of ordered.slice(0, mostPrinted)) console.log(`           ${line(finding)}`)
  if (ordered.length > mostPrinted) console.log(`           … and ${ordered.length - mostPrinted} more`)
}

/**
 * Prints what failed and, last, how many checks passed.
 * @returns the exit code.
 */
export function printSum(results: Result[]): number {
  const skipped = results.filter(({ outcome }) => 'skipped' in outcome)
  const failed = results.filter(({ outcome }) => 'findings' in outcome && outcome.findings.some(isError))
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ check }) => check.name).join(', ')}`)
  const passed = results.length - skipped.length - failed.length
  console.log(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`)
  return failed.length > 0 ? 1 : 0
}

function line({ where, message, level }: Finding): string {
  return `${where ? `${where}  ` : ''}${level === 'warning' ? 'warning: ' : ''}${message}`
}

function count(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`
}
