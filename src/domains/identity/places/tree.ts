import { sql } from 'kysely'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import { invalidField, Problem, required } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

/** A place to hang under another, or (null) directly under its organisation. */
export interface NewPlace {
  id: string
  parentId: string | null
}

/** Hangs a place under its parent. The caller has checked the right. */
export function addPlace(given: AnyTx, place: NewPlace & { organisationId: string }): Promise<void> {
  return addPlaces(given, place.organisationId, [place])
}

const rowsPerStatement = 1_000

/** Hangs many places of one organisation, those that others hang under before them. */
export async function addPlaces(
  given: AnyTx,
  organisationId: string,
  places: readonly NewPlace[],
): Promise<void> {
  const tx = typed<IdentityTables>(given)
  const isNew = new Set(places.map(({ id }) => id))
  const above = places.flatMap(({ parentId }) => (parentId && !isNew.has(parentId) ? [parentId] : []))
  if (above.length > 0) await lockTree(tx, organisationId)
  const paths = await pathsOf(tx, above, organisationId)
  const rows = places.map(({ id, parentId }) => {
    const path = [...(parentId ? paths.get(parentId)! : []), id]
    paths.set(id, path)
    return { id, organisation_id: organisationId, parent_id: parentId, path }
  })
  await seeToo(
    tx,
    organisationId,
    places.filter(({ parentId }) => parentId !== null).map(({ id }) => id),
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await tx
      .insertInto('identity.places')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
}

/**
 * Moves a place with all below it. Refuses to hang it under itself, or directly under the organisation for who sees
 * only some places of it.
 */
export async function movePlace(given: AnyTx, id: string, parentId: string | null): Promise<void> {
  const tx = typed<IdentityTables>(given)
  const { organisation_id: organisationId } = required(await placeById(tx, id))
  await lockTree(tx, organisationId)
  if (parentId === null) await needsWhole(tx, organisationId)
  const paths = await pathsOf(tx, parentId ? [parentId] : [], organisationId)
  const above = parentId ? paths.get(parentId)! : []
  if (above.includes(id)) throw new Problem('conflict', { reason: 'identity:problem.placeUnderItself' })
  await tx.updateTable('identity.places').set({ parent_id: parentId }).where('id', '=', id).execute()
  // All of it, and not what the caller sees: somebody else may just have hung a place below.
  await sql`select identity.rewrite_paths(${id})`.execute(tx)
}

/** What hangs directly under the organisation lies in nobody's part of the tree: it is added so by who sees the whole. */
async function needsWhole(tx: Tx<IdentityTables>, organisationId: string): Promise<void> {
  const { rows } = await sql<{ whole: boolean }>`
    select kernel.sees_everything() or ${organisationId}::uuid = any(kernel.seen_organisations()) as whole`.execute(
    tx,
  )
  if (!rows[0]!.whole) throw new Problem('not-allowed', { reason: 'identity:problem.needsOrganisation' })
}

function placeById(tx: Tx<IdentityTables>, id: string) {
  return tx.selectFrom('identity.places').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Holds the tree of an organisation still until the commit, before any path is read: two moves could each hang the
 * other's place under its own, and a place that is added under one that moves would keep the path of where that was.
 */
async function lockTree(tx: Tx<IdentityTables>, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`places ${organisationId}`}))`.execute(tx)
}

/** Removes a place that has nothing below it. */
export async function removePlace(given: AnyTx, id: string): Promise<void> {
  const tx = typed<IdentityTables>(given)
  await tx.deleteFrom('identity.places').where('id', '=', id).execute()
}

/**
 * Who sees a part of the tree sees what he hangs under it: for the rest of this transaction, as all later ones will by
 * themselves. Who sees the whole organisation needs nothing.
 */
async function seeToo(tx: Tx<IdentityTables>, organisationId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select set_config('vigie.places', (kernel.seen_places() || ${ids}::uuid[])::text, true)
    where not kernel.sees_everything() and not ${organisationId}::uuid = any(kernel.seen_organisations())`.execute(
    tx,
  )
}

/** The paths of places of one organisation that the caller may see. @throws Problem where one of them is not there */
async function pathsOf(
  tx: Tx<IdentityTables>,
  ids: readonly string[],
  organisationId: string,
): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('identity.places')
    .select(['id', 'path'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('organisation_id', '=', organisationId)
    .execute()
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  if (ids.some((id) => !paths.has(id))) throw invalidField('parentId', 'identity:problem.parentUnknown')
  return paths
}
