import type { Selectable } from 'kysely'
import { organisationNames, personNames } from '#identity'
import type { Access } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { uuidPattern } from '#kernel/ids'
import type { AuditTables } from '../tables.ts'

type Row = Selectable<AuditTables['audit.entries']>

/**
 * Which identifiers within changes may be told to who sees a part of an organisation: of places that he sees, of what he
 * reads entries about, of people and organisations. What hangs together with his part over there he is not told.
 * @returns whether an identifier is one of them
 */
export async function idsTold(
  tx: Tx<AuditTables>,
  rows: readonly Row[],
  access: Access,
): Promise<(id: string) => boolean> {
  const narrow = rows.filter((row) => !seesWhole(access, row.organisation_id))
  const ids = [...new Set(narrow.flatMap(({ changes, detail }) => uuidsIn([changes, detail])))]
  if (ids.length === 0) return () => true
  const places = await tx.selectFrom('identity.place_paths').select('id').where('id', 'in', ids).execute()
  const subjects = await tx
    .selectFrom('audit.entries')
    .select('subject_id as id')
    .distinct()
    .where('subject_id', 'in', ids)
    .execute()
  const told = new Set([...places, ...subjects].map(({ id }) => id))
  for (const names of [await personNames(tx, ids), await organisationNames(tx, ids)])
    for (const id of names.keys()) told.add(id)
  return (id) => told.has(id)
}

/** The same value with null where it says an identifier that is not told. */
export function withoutUntold(value: unknown, isTold: (id: string) => boolean): unknown {
  if (typeof value === 'string') return uuidPattern.test(value) && !isTold(value) ? null : value
  if (Array.isArray(value)) return value.map((one) => withoutUntold(one, isTold))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutUntold(one, isTold)]))
}

function uuidsIn(value: unknown): string[] {
  if (typeof value === 'string') return uuidPattern.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(uuidsIn) : []
}

export const seesWhole = (access: Access, organisationId: string | null): boolean =>
  access.everything || (organisationId !== null && access.organisations.includes(organisationId))
