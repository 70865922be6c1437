import { noAccess, type Access, type Right } from '#kernel/access'

/** One grant with its role's rights and, for a place, all places below it (itself included). */
export interface HeldGrant {
  rights: readonly string[]
  organisationId: string | null
  /** Unfolded; null where the grant is over a whole organisation or everything. */
  places: readonly string[] | null
}

/** What a token may at most; null: whatever its person may. */
export interface Limits {
  rights: readonly string[] | null
  organisations: readonly string[] | null
}

/** Answers, for each right, over what a person holds it: the union of the grants, within a token's limits. */
export function accessOf(
  grants: readonly HeldGrant[],
  limits: Limits = { rights: null, organisations: null },
) {
  const known = new Map<string, Access>()
  return (right: Right, organisationId?: string): Access => {
    if (limits.rights && !limits.rights.includes(right)) return noAccess
    if (limits.organisations && organisationId && !limits.organisations.includes(organisationId))
      return noAccess
    const only = organisationId ? [organisationId] : limits.organisations
    const key = `${right} ${organisationId ?? ''}`
    const before = known.get(key)
    if (before) return before
    const access = union(
      grants.filter((grant) => grant.rights.includes(right)),
      only,
    )
    known.set(key, access)
    return access
  }
}

function union(grants: readonly HeldGrant[], only: readonly string[] | null): Access {
  const everything = grants.some((grant) => grant.organisationId === null)
  if (everything) return only ? { ...noAccess, organisations: [...only] } : { ...noAccess, everything: true }
  const organisations = new Set<string>()
  const places = new Set<string>()
  const partOf = new Set<string>()
  for (const { organisationId, places: granted } of grants) {
    if (organisationId === null || (only && !only.includes(organisationId))) continue
    if (granted === null) organisations.add(organisationId)
    else {
      partOf.add(organisationId)
      for (const place of granted) places.add(place)
    }
  }
  return { everything: false, organisations: [...organisations], places: [...places], partOf: [...partOf] }
}
