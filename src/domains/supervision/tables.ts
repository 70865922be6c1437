import type { Cause, Ending, Fault, Lacks, State, TemplateName } from './contract/words.ts'
import type { ColumnType, Generated } from 'kysely'
import type { RetentionClass } from './series/retention.ts'
import type { Overrides } from './templates/rules.ts'

type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>

interface Stamped {
  created_at: Generated<string>
  updated_at: Generated<string>
  version: Generated<number>
}

/** What hangs off an asset and is isolated with it. */
interface OfAsset {
  organisation_id: string
  asset_id: string
}

export interface AlertRow extends Stamped {
  id: string
  organisation_id: string
  /** Null where the asset was deleted: then `gone_asset_id` says which it was. */
  asset_id: Nullable<string>
  gone_asset_id: Nullable<string>
  check_id: Nullable<string>
  rule: string
  component: Generated<string>
  state: Fault
  worst: Fault
  measured: Nullable<number>
  threshold: Nullable<number>
  cause: Nullable<Cause>
  opened_at: string
  changed_at: string
  closed_at: Nullable<string>
  ended: Nullable<Ending>
  acknowledged_at: Nullable<string>
  acknowledged_by: Nullable<string>
  acknowledged_until: Nullable<string>
  comment: Generated<string>
  muted_until: Nullable<string>
}

export interface CheckRow extends Stamped, OfAsset {
  id: string
  template: TemplateName
  name: Generated<string>
  settings: ColumnType<Record<string, unknown>, string | undefined, string>
  is_of_house: Generated<boolean>
  is_enabled: Generated<boolean>
  lacks: Nullable<Lacks>
  interval_s: Nullable<number>
  thresholds: ColumnType<Overrides, string | undefined, string>
  watched: Generated<string[]>
}

/** Of the asset it is on. */
interface OnAsset {
  asset_name: string
  site_id: string | null
  site_name: string | null
  site_path: string[] | null
}

/** The row types of the schema `supervision`, and of the views that domains below publish to it. */
export interface SupervisionTables {
  'supervision.series': OfAsset & {
    id: Generated<number>
    metric: string
    component: Generated<string>
    class: RetentionClass
    created_at: Generated<string>
  }
  'supervision.blocks': {
    id: Generated<number>
    bucket: ColumnType<number | null>
    from_at: ColumnType<string, Date | string>
    until_at: ColumnType<string, Date | string>
    value_count: number
    data: Buffer
  }
  'supervision.chunks': {
    tier: string
    series_id: number
    starts_on: string
    data: Buffer
  }
  'supervision.checks': CheckRow
  'supervision.checks_seen': CheckRow & OnAsset & { state: State | null; since: string | null }
  'supervision.states': OfAsset & { check_id: string; state: State; since: string }
  'supervision.asset_states': OfAsset & { state: State; since: string }
  'supervision.transitions': OfAsset & {
    id: string
    was: State | null
    state: State | null
    at: string
  }
  'supervision.alerts': AlertRow & {
    /** As the asset was when it opened; what a deleted one leaves. */
    asset_name: Generated<string>
    asset_kind: Generated<string>
    site_id: Nullable<string>
  }
  'supervision.alerts_seen': AlertRow & OnAsset & { asset_kind: string; level: number | null; weight: number }
  'supervision.alert_moments': {
    id: string
    organisation_id: string
    alert_id: string
    what: 'opened' | 'changed' | 'closed'
    state: Fault
    measured: number | null
    threshold: number | null
    cause: Cause | null
    at: string
  }
  'supervision.workers': {
    id: string
    name: string
    beat: Generated<number>
    started_at: string
    health: ColumnType<unknown, string | undefined, string>
    told_at: Nullable<string>
  }
  'supervision.leases': OfAsset & { worker_id: Nullable<string>; is_stale: Generated<boolean> }

  // What estate publishes.
  'estate.assets_seen': {
    id: string
    organisation_id: string
    name: string
    kind: string
    site_id: string | null
    site_name: string | null
    site_path: string[] | null
  }
  'estate.service_assets': { organisation_id: string; service_id: string; asset_id: string }
  'estate.sites_seen': {
    id: string
    organisation_id: string
    name: string
    kind: string
    path: string[]
    path_name: string
    latitude: number | null
    longitude: number | null
    effective_level: number
  }
}
