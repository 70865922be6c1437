import type { ColumnType, Generated } from 'kysely'

type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>

interface Stamped {
  created_at: Generated<string>
  updated_at: Generated<string>
  version: Generated<number>
}

/** The row types of the schema `network`, and of the views that estate publishes. */
export interface NetworkTables {
  'estate.assets_seen': { id: string; name: string; site_id: string | null }
  'estate.sites_seen': { id: string; name: string; path: string[] }
  'network.interfaces': Stamped & {
    id: string
    organisation_id: string
    asset_id: string
    name: string
    if_index: Nullable<number>
    description: Generated<string>
    alias: Generated<string>
    kind: Generated<InterfaceKind>
    mac: Nullable<string>
    speed_bps: Nullable<number>
    mtu: Nullable<number>
    vlan: Nullable<number>
    is_enabled: Generated<boolean>
    gone_at: Nullable<string>
    source: Generated<'typed' | 'discovered'>
    typed: Generated<string[]>
  }
  'network.addresses': Stamped & {
    id: string
    organisation_id: string
    asset_id: string
    interface_id: Nullable<string>
    address: string
    is_primary: Generated<boolean>
    name: Generated<string>
    domain: Generated<string>
    source: Generated<'typed' | 'discovered'>
  }
  /** Of assets without any address: the one that another asset took. */
  'network.lost_addresses': {
    asset_id: string
    organisation_id: string
    address: string
    to_asset_id: Nullable<string>
    lost_at: string
  }
  'network.circuits': Stamped & {
    id: string
    organisation_id: string
    site_id: Nullable<string>
    far_site_id: Nullable<string>
    name: string
    line_identifier: Generated<string>
    operator: Generated<string>
    technology: Generated<Technology>
    down_bps: Nullable<number>
    up_bps: Nullable<number>
    contract: Generated<string>
    support_phone: Generated<string>
    support_email: Generated<string>
    target_to_restore_minutes: Nullable<number>
    asset_id: Nullable<string>
    interface_id: Nullable<string>
    notes: Generated<string>
  }
  'network.links': Stamped & {
    id: string
    organisation_id: string
    asset_id: string
    interface_id: Nullable<string>
    far_asset_id: string
    far_interface_id: Nullable<string>
    kind: Generated<LinkKind>
    source: Generated<LinkSource>
    circuit_id: Nullable<string>
    notes: Generated<string>
    seen_at: Nullable<string>
  }
}

export type InterfaceKind =
  | 'ethernet'
  | 'aggregate'
  | 'vlan'
  | 'loopback'
  | 'tunnel'
  | 'radio'
  | 'virtual'
  | 'serial'
  | 'other'
export type Technology =
  | 'fibre'
  | 'shared-fibre'
  | 'copper'
  | 'xdsl'
  | 'cable'
  | '4g'
  | '5g'
  | 'satellite'
  | 'radio'
  | 'other'
export type LinkKind = 'cable' | 'aggregate' | 'radio' | 'tunnel' | 'virtual'
export type LinkSource = 'typed' | 'lldp' | 'cdp' | 'bridge' | 'arp'
