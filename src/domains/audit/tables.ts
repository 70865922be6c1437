import type { ColumnType, Generated } from 'kysely'

/** The row types of the schema `audit`. */
export interface AuditTables {
  'audit.entries': {
    id: string
    sequence: Generated<number>
    at: string
    actor_kind: 'anonymous' | 'system' | 'person'
    actor_id: string | null
    actor_name: string
    signed_by: string | null
    address: string
    operation: string
    organisation_id: string | null
    place_id: string | null
    subject_type: string
    subject_id: string | null
    subject_name: string | null
    changes: ColumnType<Record<string, [unknown, unknown]>, string>
    detail: ColumnType<Record<string, unknown>, string>
    parent_ids: Generated<string[]>
    xid: Generated<string>
  }
  /** What identity publishes. */
  'identity.place_paths': { id: string }
  'audit.seals': { position: number; entry_id: string; hash: Buffer }
}
