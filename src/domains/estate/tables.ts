import type { ColumnType, Generated } from 'kysely'

export type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>

interface Stamped {
  created_at: Generated<string>
  updated_at: Generated<string>
  version: Generated<number>
}

export type SiteKind = 'territory' | 'site' | 'building' | 'room'

export interface Contact {
  name: string
  role: string
  phone: string
  email: string
}

export interface SiteColumns extends Stamped {
  id: string
  organisation_id: string
  kind: SiteKind
  name: string
  code: Generated<string>
  street: Generated<string>
  postal_code: Generated<string>
  city: Generated<string>
  country: Generated<string>
  latitude: Nullable<number>
  longitude: Nullable<number>
  level: Nullable<number>
  contacts: ColumnType<Contact[], string | undefined, string>
  notes: Generated<string>
}

/** The row types of the schema `estate`, and of what identity publishes to it. */
export interface EstateTables {
  'estate.sites': SiteColumns
  'estate.sites_seen': SiteColumns & {
    parent_id: string | null
    path: string[]
    path_name: string
    effective_level: number
  }
  'estate.level_periods': Stamped & {
    id: string
    organisation_id: string
    site_id: string
    level: number
    reason: Generated<string>
    starts_at: string
    ends_at: string
  }
}
