import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * What a person can mend of what zod refused: of a value that fits none of several schemas, what keeps it from the one that
 * it comes closest to; of a record's key or a map's element, what is wrong with that.
 */
export function plainIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    const inner = innerOf(issue)
    return inner ? plainIssues(inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))) : [issue]
  })
}

function innerOf(issue: Issue): Issue[] | undefined {
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return issue.issues
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return closest(issue.errors)
  return undefined
}

/** The schema that least is wrong by; "or nothing at all" is what people want least. */
function closest(errors: Issue[][]): Issue[] {
  return errors.toSorted((one, other) => distance(one) - distance(other))[0]!
}

/** One of another type altogether, or an empty text that was meant as "none", comes last. */
function distance(issues: Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length
    const isAtAll = issue.path.length === 0
    const isOther = isAtAll && (issue.code === 'invalid_type' || isNothing(issue))
    return sum + (isOther ? 1_000 : 1)
  }, 0)
}

function isNothing(issue: Issue): boolean {
  return issue.code === 'invalid_value' && issue.values.every((value) => value === '' || value === null)
}
