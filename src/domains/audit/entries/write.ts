import { sql } from 'kysely'
import type { Actor } from '#kernel/access'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { JournalEntry } from '#kernel/operations'
import type { AuditTables } from '../tables.ts'

/** Wakes the job that seals. */
export const journalChannel = 'vigie_journal'

/** Writes entries in the caller's transaction: they are there exactly when what they tell of is. */
export async function writeEntries(given: AnyTx, ...entries: JournalEntry[]): Promise<void> {
  if (entries.length === 0) return
  const tx = typed<AuditTables>(given)
  await tx.insertInto('audit.entries').values(entries.map(columnsOf)).execute()
  await sql`select pg_notify(${journalChannel}, '')`.execute(tx)
}

function columnsOf(entry: JournalEntry) {
  return {
    id: newId(),
    at: now().toISOString(),
    ...(entry.signedIn ? signedInColumns(entry.signedIn) : actorColumns(entry.actor)),
    address: entry.address,
    operation: entry.operation,
    organisation_id: entry.organisationId ?? null,
    place_id: entry.placeId ?? null,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    subject_name: entry.subjectName ?? null,
    changes: JSON.stringify(entry.changes ?? {}),
    detail: JSON.stringify(entry.detail ?? {}),
    parent_ids: [...(entry.parentIds ?? [])],
  }
}

function signedInColumns({ id, name, session }: NonNullable<JournalEntry['signedIn']>) {
  return { actor_kind: 'person' as const, actor_id: id, actor_name: name, signed_by: `session ${session}` }
}

function actorColumns(actor: Actor) {
  if (actor.kind === 'person')
    return {
      actor_kind: 'person' as const,
      actor_id: actor.id,
      actor_name: actor.name,
      signed_by: 'session' in actor.by ? `session ${actor.by.session}` : `token ${actor.by.token}`,
    }
  return {
    actor_kind: actor.kind,
    actor_id: null,
    actor_name: actor.kind === 'system' ? actor.name : '',
    signed_by: null,
  }
}
