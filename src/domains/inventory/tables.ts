import type { ColumnType, Generated } from 'kysely'
import type { SeenInterface } from '#network'
import type { DeviceFacts, FactSources, SnmpSettings } from './contract.ts'

type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>
type Json<V> = ColumnType<V, string, string>

interface Stamped {
  created_at: Generated<string>
  updated_at: Generated<string>
  version: Generated<number>
}

/** The row types of the schema `inventory`. */
export interface InventoryTables {
  'inventory.credentials': Stamped & {
    id: string
    organisation_id: string
    name: string
    protocol: 'snmp'
    settings: Json<SnmpSettings>
    secret_sealed: Buffer
    position: Generated<number>
  }
  'inventory.access': {
    asset_id: string
    organisation_id: string
    credential_id: string
    port: Generated<number>
    verified_at: string
    /** Where it may be told, the latest first. */
    addresses: Generated<string[]>
  }
  'inventory.discoveries': Stamped & {
    id: string
    organisation_id: string
    site_id: Nullable<string>
    prefix: string
    credential_ids: Generated<string[]>
    packets_per_second: Generated<number>
    state: Generated<DiscoveryState>
    total: number
    asked: Generated<number>
    answered: Generated<number>
    identified: Generated<number>
    report: ColumnType<DiscoveryReport, string | undefined, string>
    error: Nullable<string>
    stop_asked: Generated<boolean>
    holder: Nullable<string>
    held_until: Nullable<string>
    pace: Nullable<number>
    started_at: Nullable<string>
    ended_at: Nullable<string>
  }
  'inventory.looks': {
    discovery_id: string
    organisation_id: string
    address: string
    begun: Generated<number>
  }
  'inventory.proposals': Stamped & {
    id: string
    organisation_id: string
    discovery_id: Nullable<string>
    site_id: Nullable<string>
    address: string
    state: Generated<'open' | 'accepted' | 'ignored'>
    kind: 'new' | 'changed'
    asset_id: Nullable<string>
    facts: Json<DeviceFacts>
    sources: Json<FactSources>
    interfaces: Json<SeenInterface[]>
    addresses: Json<OwnAddress[]>
    credential_id: Nullable<string>
    credential_port: Nullable<number>
    taken_facts: ColumnType<DeviceFacts | null, string | null | undefined, string | null>
    round_trip_ms: Nullable<number>
    seen_at: string
  }
}

export type DiscoveryState = 'waiting' | 'running' | 'done' | 'stopped' | 'failed'

/** An address that a device says is its own, and the index of the interface that has it. */
export interface OwnAddress {
  address: string
  ifIndex: number | null
}

export interface DiscoveryReport {
  new?: number
  changed?: number
  known?: number
  /** Addresses that answer and were not asked more: the discovery was lost on them twice. */
  skipped?: string[]
}
