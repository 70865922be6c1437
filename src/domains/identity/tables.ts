import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>

/** The row types of the schema `identity`. */
export interface IdentityTables {
  'identity.organisations': Stamped & {
    id: string
    name: string
    notes: Generated<string>
    sought: GeneratedAlways<string>
  }
  'identity.places': { id: string; organisation_id: string; parent_id: Nullable<string>; path: string[] }
  'identity.people': Stamped & {
    id: string
    organisation_id: Nullable<string>
    name: string
    email: string
    language: Generated<'fr' | 'en'>
    phone: Generated<string>
    preferences: Generated<Record<string, unknown>>
    state: Generated<'invited' | 'active' | 'disabled'>
    password_hash: Nullable<string>
    sought: GeneratedAlways<string>
  }
  'identity.last_seen': { person_id: string; at: string }
  'identity.second_factors': {
    person_id: string
    totp_sealed: Buffer
    confirmed_at: Nullable<string>
    last_step: Nullable<number>
    recovery_hashes: Generated<string[]>
  }
  'identity.roles': Stamped & {
    id: string
    builtin: Nullable<string>
    name: string
    rights: string[]
    sought: GeneratedAlways<string>
  }
  'identity.grants': {
    id: string
    person_id: string
    role_id: string
    organisation_id: Nullable<string>
    place_id: Nullable<string>
    created_at: Generated<string>
  }
  'identity.sessions': {
    id: string
    person_id: string
    token_hash: Buffer
    address: string
    user_agent: string
    created_at: string
    last_seen_at: string
    expires_at: string
  }
  'identity.tokens': {
    id: string
    person_id: string
    name: string
    token_hash: Buffer
    hint: string
    rights: Nullable<string[]>
    organisation_ids: Nullable<string[]>
    created_at: Generated<string>
    expires_at: Nullable<string>
    last_used_at: Nullable<string>
    revoked_at: Nullable<string>
  }
  'identity.links': {
    id: string
    purpose: 'first-administrator' | 'invitation' | 'password-reset'
    person_id: Nullable<string>
    token_hash: Buffer
    created_at: string
    expires_at: string
    used_at: Nullable<string>
  }
  'identity.hourly': { key: string; at: string }
  'identity.attempts': { key: string; failures: number; last_at: string; blocked_until: Nullable<string> }
}

interface Stamped {
  created_at: Generated<string>
  updated_at: Generated<string>
  version: Generated<number>
}
