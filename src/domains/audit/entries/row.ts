import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Entry } from '../contract.ts'
import type { AuditTables } from '../tables.ts'

/** The table's row as the API says it. */
export function entryOf(row: Selectable<AuditTables['audit.entries']>): z.input<typeof Entry> {
  const by = row.signed_by?.split(' ')[0]
  return {
    id: row.id,
    at: row.at,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      name: row.actor_name,
      by: by === 'session' || by === 'token' ? by : null,
    },
    address: row.address,
    operation: row.operation,
    organisationId: row.organisation_id,
    subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
    changes: row.changes,
    detail: row.detail,
  }
}
