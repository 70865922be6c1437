import type { Actor } from '../access.ts'
import type { AnyTx } from '../database.ts'
import { notFound } from '../errors.ts'
import type { EventInstance } from '../events/event.ts'
import {
  difference,
  lockSubject,
  nameOf,
  ownPlace,
  parentsOf,
  placesOf,
  readSubject,
  readSubjects,
  type Place,
  type Row,
} from './subject.ts'
import type { JournalLine, Subject } from './types.ts'

/** Where a write puts what must be kept in the same commit; every WriteContext is one. */
export interface Writer {
  emit(event: EventInstance): void
  journal(line: JournalLine): void
  /** Who writes; absent where the house does, of itself. */
  readonly actor?: Actor | undefined
}

/** The journal's line on what the row was and what it is; `Place`: where it lies (`placesOf`). */
function lineOf(
  subject: Subject,
  before: Row | undefined,
  after: Row | undefined,
  { placeId, of }: Place,
): JournalLine {
  const row = after ?? before
  return {
    subjectType: subject.type,
    subjectId: row?.id ?? null,
    subjectName: nameOf(row),
    organisationId: organisationOf(subject, row),
    placeId,
    changes: difference(before, after),
    parentIds: Object.values(parentsOf(subject, row)),
    ...(of ? { detail: { of } } : {}),
  }
}

const nowhere: Place = { placeId: null, of: null }

/** The same of one row, wherever it lies. */
export async function lineOfRow(
  tx: AnyTx,
  subject: Subject,
  before: Row | undefined,
  after: Row | undefined,
): Promise<JournalLine> {
  const row = after ?? before
  const places = await placesOf(tx, subject, row ? [row] : [])
  return lineOf(subject, before, after, places.get(row?.id ?? '') ?? nowhere)
}

/**
 * `asset.created`, `asset.changed` or `asset.deleted`; nothing where nothing changed. What moved is said at both its places:
 * whoever sees only the one that it left must learn that it is gone.
 */
export function eventsOf(
  subject: Subject,
  before: Row | undefined,
  after: Row | undefined,
  line: JournalLine,
): EventInstance[] {
  const row = after ?? before
  if (!subject.says || !row) return []
  const changed = Object.keys(line.changes ?? {})
  const verb = before ? (after ? 'changed' : 'deleted') : 'created'
  if (verb === 'changed' && changed.length === 0) return []
  const event = {
    type: `${subject.says}.${verb}`,
    organisationId: line.organisationId ?? null,
    placeId: line.placeId ?? null,
    payload: { id: row.id, ...parentsOf(subject, row), changed },
  }
  const left = before && after && !subject.under ? ownPlace(subject, before) : null
  return left === null || left === event.placeId ? [event] : [event, { ...event, placeId: left }]
}

/**
 * What a command's constructor does for its own subject, for a row that a door's function writes: locks it (404 where it
 * is not there), runs the change, and gives the writer the journal's line and the event. A change that changes nothing
 * says nothing. For a new row `id` is undefined and `run` answers the id it gave.
 */
export async function recorded(
  tx: AnyTx,
  by: Writer,
  subject: Subject,
  id: string | undefined,
  run: () => Promise<{ id: string } | void>,
): Promise<void> {
  const before = id === undefined ? undefined : await lockSubject(tx, subject, id)
  const made = await run()
  const after = await readSubject(tx, subject, before?.id ?? made!.id)
  const line = await lineOfRow(tx, subject, before, after)
  if (before && after && Object.keys(line.changes ?? {}).length === 0) return
  by.journal(line)
  for (const event of eventsOf(subject, before, after, line)) by.emit(event)
}

/**
 * The same for many rows at once (an import): what was there is locked, `run` writes and answers the ids that are new, and
 * the changes of a row that lie outside its table. @throws Problem `not-found` where one of `ids` is not there.
 */
export async function recordedAll(
  tx: AnyTx,
  by: Writer,
  subject: Subject,
  ids: readonly string[],
  run: () => Promise<{ created: readonly string[]; besides?: ReadonlyMap<string, Changes> }>,
): Promise<void> {
  const before = await readSubjects(tx, subject, ids, 'lock')
  if (ids.some((id) => !before.has(id))) throw notFound()
  const { created, besides } = await run()
  const after = await readSubjects(tx, subject, [...ids, ...created], 'read')
  const all = [...ids, ...created]
  const places = await placesOf(
    tx,
    subject,
    all.flatMap((id) => after.get(id) ?? before.get(id) ?? []),
  )
  for (const id of all) {
    const own = lineOf(subject, before.get(id), after.get(id), places.get(id) ?? nowhere)
    const line = { ...own, changes: { ...own.changes, ...besides?.get(id) } }
    if (Object.keys(line.changes).length === 0) continue
    by.journal(line)
    for (const event of eventsOf(subject, before.get(id), after.get(id), line)) by.emit(event)
  }
}

type Changes = NonNullable<JournalLine['changes']>

function organisationOf(subject: Subject, row: Row | undefined): string | null {
  if (subject.type === 'organisation') return row?.id ?? null
  return (row?.organisation_id as string | undefined) ?? null
}
