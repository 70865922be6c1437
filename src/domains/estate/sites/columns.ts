import type { Contact, SiteKind } from '../tables.ts'

interface SiteChange {
  kind?: SiteKind | undefined
  name?: string | undefined
  code?: string | undefined
  street?: string | undefined
  postalCode?: string | undefined
  city?: string | undefined
  country?: string | undefined
  latitude?: number | null | undefined
  longitude?: number | null | undefined
  level?: number | null | undefined
  contacts?: Contact[] | undefined
  notes?: string | undefined
}

/** What the API calls a field, as the table calls it; what was not said stays as it is. */
export function siteColumns(change: SiteChange) {
  const { postalCode, contacts, ...same } = change
  return {
    ...same,
    ...(postalCode === undefined ? {} : { postal_code: postalCode }),
    ...(contacts === undefined ? {} : { contacts: JSON.stringify(contacts) }),
  }
}
