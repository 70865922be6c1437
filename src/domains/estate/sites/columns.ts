import { invalidField } from '#kernel/errors'
import type { Contact, SiteKind } from '../tables.ts'

export interface SiteChange {
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

interface Coordinates {
  latitude?: number | null | undefined
  longitude?: number | null | undefined
}

/** A place on the map needs both, or neither. */
export function checkCoordinates(change: Coordinates, before: Coordinates = {}): void {
  const latitude = change.latitude === undefined ? (before.latitude ?? null) : change.latitude
  const longitude = change.longitude === undefined ? (before.longitude ?? null) : change.longitude
  if ((latitude === null) === (longitude === null)) return
  throw invalidField(latitude === null ? 'latitude' : 'longitude', 'estate:problem.coordinates')
}
