import type { z } from 'zod'
import type { ImportDone } from '../contract.ts'
import type { PlannedLine } from './plan.ts'

export function doneOf(lines: readonly PlannedLine[]): z.input<typeof ImportDone> {
  const count = (action: PlannedLine['action']) => lines.filter((line) => line.action === action).length
  return { created: count('create'), changed: count('change'), same: count('same'), skipped: count('wrong') }
}
