import { sql } from 'kysely'
import type { AnyTx } from '../database.ts'
import { notFound, Problem } from '../errors.ts'
import type { Subject } from './types.ts'

export type Row = Record<string, unknown> & { id: string; version?: number }

/**
 * The row as it is, locked until the commit. 404 where it is not there or may not be seen, 403 where it may be seen and
 * no more.
 */
export async function lockSubject(tx: AnyTx, subject: Subject, id: string): Promise<Row> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(subject.table)} t where t.id = ${id} for update`.execute(tx)
  if (rows[0]) return rows[0].row
  if (await readSubject(tx, subject, id)) throw new Problem('not-allowed')
  throw notFound()
}

/** Many rows as they are, by id; locked in the order of their ids, so that two that do so never wait for each other. */
export async function readSubjects(
  tx: AnyTx,
  subject: Subject,
  ids: readonly string[],
  lock: 'lock' | 'read',
): Promise<Map<string, Row>> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(subject.table)} t where t.id = any(${[...ids]}::uuid[])
    order by t.id ${lock === 'lock' ? sql`for update` : sql``}`.execute(tx)
  return new Map(rows.map(({ row }) => [row.id, row]))
}

export async function readSubject(tx: AnyTx, subject: Subject, id: string): Promise<Row | undefined> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(subject.table)} t where t.id = ${id}`.execute(tx)
  return rows[0]?.row
}

/**
 * If-Match (RFC 9110, 13.1.1) against the row's version; `*` takes any. The RFC lets a weak tag match nothing; here it
 * counts as its version, since nginx and its kin make our tags weak as they compress, and the version is of the row
 * whatever the bytes.
 */
export function checkVersion(row: Row, ifMatch: string | undefined): void {
  if (ifMatch === undefined) throw new Problem('version-required', { params: { version: row.version } })
  if (ifMatch.trim() === '*') return
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
  if (!wanted.includes(String(row.version)))
    throw new Problem('changed-meanwhile', { params: { version: row.version, yours: wanted[0] } })
}

/** Where a row lies, and what the one thing that it hangs off is called. */
export interface Place {
  placeId: string | null
  of: string | null
}

/** Where rows lie: on their own site, on that of what they hang off, or (a site) where they are. By the row's id. */
export async function placesOf(
  tx: AnyTx,
  subject: Subject,
  rows: readonly Row[],
): Promise<Map<string, Place>> {
  const { under } = subject
  if (!under) return new Map(rows.map((row) => [row.id, { placeId: ownPlace(subject, row), of: null }]))
  const [first, ...others] = under.columns
  const parents = rows.map((row) => (row[first] as string | null) ?? null)
  const { rows: found } = await sql<{ id: string; site_id: string | null; name: string | null }>`
    select id, site_id, to_jsonb(t) ->> 'name' as name from ${sql.table(under.table)} t
    where id = any(${[...new Set(parents)]}::uuid[])`.execute(tx)
  const known = new Map(found.map((parent) => [parent.id, parent]))
  return new Map(
    rows.map((row, index) => {
      const parent = known.get(parents[index] ?? '')
      const of = others.length === 0 ? parent?.name : null
      return [row.id, { placeId: parent?.site_id ?? null, of: of ?? null }]
    }),
  )
}

/** A row that lies on a site names it; a site is a place itself. */
export function ownPlace(subject: Subject, row: Row): string | null {
  if (subject.type === 'site') return row.id
  return (row.site_id as string | undefined) ?? null
}

/** The rows that a row hangs off, by the names of events: `{ assetId }`. */
export function parentsOf(subject: Subject, row: Row | undefined): Record<string, string> {
  const named = (subject.under?.columns ?? []).flatMap((column) => {
    const id = row?.[column]
    return typeof id === 'string' ? [[camel(column), id] as const] : []
  })
  return Object.fromEntries(named)
}

const camel = (column: string) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const neverSaid = /(sealed|secret|password|hash|recovery)/
/** Columns that say nothing of their own. */
const noise = new Set(['version', 'updated_at', 'created_at', 'sought', 'typed'])

/** Field by field what changed, for the journal: secrets say only that they changed. */
export function difference(
  before: Row | undefined,
  after: Row | undefined,
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {}
  for (const field of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    if (noise.has(field) || (field === 'id' && before && after)) continue
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null]
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    changes[field] = neverSaid.test(field)
      ? [was === null ? null : '•••', is === null ? null : '•••']
      : [was, is]
  }
  return changes
}

/** What people call the row. */
export function nameOf(row: Row | undefined): string | null {
  const name = row?.name || row?.title || row?.email || row?.address
  return typeof name === 'string' ? name : null
}
