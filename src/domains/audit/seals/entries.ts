import { sql } from 'kysely'

/** The columns that are sealed, each as a text that is the same whenever it is read. */
export const sealedColumns = sql`
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, e.actor_kind, e.actor_id, e.actor_name,
  e.signed_by, e.address, e.operation, e.organisation_id, e.place_id, e.subject_type, e.subject_id, e.subject_name,
  e.changes::text as changes, e.detail::text as detail`
