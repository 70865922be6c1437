import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Access } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { refusedOutcomes, type Entry } from '../contract.ts'
import type { AuditTables } from '../tables.ts'
import { idsTold, seesWhole, withoutUntold } from './told.ts'

/** Over what somebody reads entries, and over what he may read the journal itself. */
export interface EntryReader {
  access: Access
  audit: Access
}

/**
 * The table's row as the API says it. From where somebody acted is the journal's alone, not the histories'. An entry
 * that hangs off several things (a link, off both its ends) names them all: who sees only some places reads no name.
 */
function entryOf(
  row: Selectable<AuditTables['audit.entries']>,
  { access, audit }: EntryReader,
  isTold: (id: string) => boolean,
): z.input<typeof Entry> {
  const isNamed = row.parent_ids.length < 2 || seesWhole(access, row.organisation_id)
  const { of, ...detail } = row.detail
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
    address: seesWhole(audit, row.organisation_id) || isAt(audit, row.place_id) ? row.address : '',
    operation: row.operation,
    organisationId: row.organisation_id,
    subject: {
      type: row.subject_type,
      id: row.subject_id,
      name: isNamed ? row.subject_name : null,
      of: isNamed && typeof of === 'string' ? of : null,
    },
    refusal: refusalOf(detail),
    ...(seesWhole(access, row.organisation_id)
      ? { changes: seenChanges(row.changes, access), detail }
      : {
          changes: withoutUntoldChanges(seenChanges(row.changes, access), isTold),
          detail: withoutUntold(detail, isTold) as typeof detail,
        }),
  }
}

/** The table's rows as the API says them, without identifiers that the reader is not told. */
export async function entriesOf(
  tx: Tx<AuditTables>,
  rows: readonly Selectable<AuditTables['audit.entries']>[],
  reader: EntryReader,
): Promise<z.input<typeof Entry>[]> {
  const isTold = await idsTold(tx, rows, reader.access)
  return rows.map((row) => entryOf(row, reader, isTold))
}

/** What roles somebody holds is narrowed by itself (`seenChanges`). */
function withoutUntoldChanges({ grants, ...others }: Changes, isTold: (id: string) => boolean): Changes {
  const told = withoutUntold(others, isTold) as Changes
  return grants ? { ...told, grants } : told
}

function refusalOf({ outcome, reason }: Record<string, unknown>): string | null {
  if (!refusedOutcomes.some((refused) => refused === outcome)) return null
  if (typeof reason === 'string') return reason
  return outcome === 'missing' ? 'code-missing' : 'unsaid'
}

/** A role held where the reader sees nothing is not his to know. */
function seenChanges(changes: Changes, access: Access): Changes {
  const { grants } = changes
  if (!grants || access.everything) return changes
  return { ...changes, grants: [seenGrants(grants[0], access), seenGrants(grants[1], access)] }
}

type Changes = Record<string, [unknown, unknown]>

function seenGrants(held: unknown, { organisations, partOf }: Access): unknown {
  if (!Array.isArray(held)) return held
  const seen = new Set([null, ...organisations, ...partOf])
  return held.filter(({ organisationId }: { organisationId: string | null }) => seen.has(organisationId))
}

const isAt = (access: Access, placeId: string | null): boolean =>
  placeId !== null && access.places.includes(placeId)
