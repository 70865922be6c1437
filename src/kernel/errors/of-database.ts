import type pg from 'pg'
import { Problem, type FieldError } from '../errors.ts'

/** What the database's own constraints refused: the last line of defence, still told as a problem. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  const { code, constraint, table, message = '' } = (error ?? {}) as Partial<pg.DatabaseError>
  if (code === '23505')
    return new Problem('already-exists', { errors: fieldOf(constraint, table, 'already-exists') })
  // What was written names a row that is not there, or not of this organisation; else a row that others name was removed.
  if (code === '23503' && namesWhatIsNotThere(message))
    return new Problem('invalid-input', { errors: fieldOf(constraint, table, 'notThere') })
  if (code === '23503') return new Problem('in-use', { errors: fieldOf(constraint, table, 'in-use') })
  // A row that row-level security would not let the caller see again: outside his rights.
  if (code === '42501') return new Problem('not-allowed')
  // A rule between several values: its name names no field. What people can break is told before it gets here.
  if (code === '23514' || code === '23502')
    return new Problem('invalid-input', { reason: 'kernel:problem.ruleBroken' })
  if (code === '22021' || code === '22P05')
    return new Problem('invalid-input', { reason: 'kernel:problem.badText' })
  // A number, a time or an identifier that its column cannot hold.
  if (code === '22003' || code === '22007' || code === '22008' || code === '22P02')
    return new Problem('invalid-input', { reason: 'kernel:problem.outOfRange' })
  if (code === '40001' || code === '40P01')
    return new Problem('conflict', { reason: 'kernel:problem.tryAgain' })
  return undefined
}

/**
 * Whether a foreign key was broken by what was written, not by what was removed. PostgreSQL gives both the same code and
 * hides the values behind row-level security; what was removed is in a table besides the key's own, so its message, in
 * whatever language, quotes three names, not two.
 */
const namesWhatIsNotThere = (message: string) => (message.match(/["«“„][^"»”“]+["»”“]/g) ?? []).length === 2

/** Constraints are named `table_field_rule`, so that the field can be told: `far_site_id` and `far_site` are `farSiteId`. */
function fieldOf(constraint: string | undefined, table: string | undefined, code: string): FieldError[] {
  if (!constraint || !table) return []
  const column = constraint.replace(`${table}_`, '').replace(/_(key|fkey|check|unique)$/, '')
  const field = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const isReference = constraint.endsWith('_fkey') && !field.endsWith('Id')
  return [{ field: isReference ? `${field}Id` : field, code: `kernel:problem.${code}` }]
}
