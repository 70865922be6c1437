import type { Person, Right } from '#kernel/access'
import { Problem } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import { rightName } from '../roles/names.ts'

/** Over what a role is held: everything (both null), an organisation, or a place of it. */
export interface Scope {
  organisationId: string | null
  placeId: string | null
}

/** Whether a person holds a right over all of a scope. */
export function holds(person: Person, right: Right, { organisationId, placeId }: Scope): boolean {
  const access = person.access(right)
  if (access.everything) return true
  if (organisationId === null) return false
  return (
    access.organisations.includes(organisationId) || (placeId !== null && access.places.includes(placeId))
  )
}

/** Refuses to give or take a right that one does not hold oneself over that scope. */
export function refuseBeyondOwnRights(rights: readonly string[], scope: Scope, context: Context): void {
  const beyond = rights.find((right) => !holds(context.person, right as Right, scope))
  if (beyond)
    throw new Problem('not-allowed', {
      reason: 'identity:problem.moreThanYours',
      params: { right: rightName(beyond as Right, context.language) },
    })
}
