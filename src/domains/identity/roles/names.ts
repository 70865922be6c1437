import type { Language, Right } from '#kernel/access'
import { invalidField } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import { surroundings } from '../house/surroundings.ts'

/** The domain whose locales name a right, under `right.noun.verb`. */
export function domainOfRight(right: Right): string {
  const { operations, sentences } = surroundings()
  const domains = new Set(['identity', ...operations().map(({ domain }) => domain)])
  return (
    [...domains].find((domain) => sentences.has(`${domain}:right.${right}`)) ??
    operations().find((operation) => operation.right === right)?.domain ??
    'identity'
  )
}

/** What people call a right; its own name where no domain has said. */
export function rightName(right: Right, language: Language): string {
  const { sentences } = surroundings()
  const key = `${domainOfRight(right)}:right.${right}`
  return sentences.has(key) ? sentences.t(language, key) : right
}

/** What people call a role: those that come with the product speak the reader's language. */
export function roleName(role: { builtin: string | null; name: string }, context: Context): string {
  return role.builtin ? context.say(`identity:role.${role.builtin}`) : role.name
}

export function refuseUnknownRights(
  rights: readonly string[],
  known: readonly string[] = surroundings().rights,
): void {
  const unknown = rights.find((right) => !known.includes(right))
  if (unknown) throw invalidField('rights', 'identity:problem.rightUnknown', { right: unknown })
}
