import type { ColumnType, Generated } from 'kysely'
import type { assetKinds, environments, lifeCycles } from './contract.ts'

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

export type AssetKind = (typeof assetKinds)[number]
export type Environment = (typeof environments)[number]
export type LifeCycle = (typeof lifeCycles)[number]

export interface AssetColumns extends Stamped {
  id: string
  organisation_id: string
  site_id: Nullable<string>
  kind: Generated<AssetKind>
  name: string
  description: Generated<string>
  vendor: Generated<string>
  model: Generated<string>
  serial: Generated<string>
  firmware: Generated<string>
  os: Generated<string>
  macs: Generated<string[]>
  environment: Generated<Environment>
  responsible_id: Nullable<string>
  life_cycle: Generated<LifeCycle>
  tags: Generated<string[]>
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
    /** As far as the reader sees it. */
    seen_parent_id: string | null
  }
  'estate.assets': AssetColumns
  'estate.assets_seen': AssetColumns & {
    site_name: string | null
    site_path: string[] | null
    site_path_name: string | null
  }
  'estate.services': Stamped & {
    id: string
    organisation_id: string
    name: string
    description: Generated<string>
    owner_id: Nullable<string>
    level: Generated<number>
    url: Generated<string>
    notes: Generated<string>
  }
  'estate.service_dependencies': {
    organisation_id: string
    service_id: string
    asset_id: Nullable<string>
    needed_service_id: Nullable<string>
  }
  'estate.service_assets': { organisation_id: string; service_id: string; asset_id: string }
  'estate.asset_facts': {
    asset_id: string
    organisation_id: string
    field: string
    source: 'typed' | 'discovered'
    protocol: Nullable<string>
    value: ColumnType<unknown, string | null, string | null>
    read_at: string
    detail: Generated<string>
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
