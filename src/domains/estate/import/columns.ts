import { Problem } from '#kernel/errors'
import { plain } from './words.ts'

/**
 * The field of each column: what the caller said (`name,,serial`: in order, empty to leave), else what the headings mean.
 * A field is given to one column only: the first that means it.
 */
export function mapColumns(
  headings: readonly string[],
  fields: readonly string[],
  known: ReadonlyMap<string, string>,
  mapping: string | undefined,
): (string | null)[] {
  if (mapping === undefined) return once(headings.map((heading) => known.get(plain(heading)) ?? null))
  const said = mapping.split(',').map((field) => field.trim() || null)
  const wrong = said.find((field) => field !== null && !fields.includes(field))
  if (wrong) throw refused('estate:problem.mappingField', { field: wrong })
  if (said.length > headings.length)
    throw refused('estate:problem.mappingLength', { columns: headings.length })
  const twice = said.find((field, index) => field !== null && said.indexOf(field) !== index)
  if (twice) throw refused('estate:problem.mappingTwice', { field: twice })
  return headings.map((_, index) => said[index] ?? null)
}

function once(fields: (string | null)[]): (string | null)[] {
  return fields.map((field, index) => (field && fields.indexOf(field) === index ? field : null))
}

function refused(code: string, params: Record<string, unknown>): Problem {
  return new Problem('invalid-input', { errors: [{ field: 'mapping', code, params }] })
}
