import { sql } from 'kysely'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import { Problem, required } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

/** Hangs a place under its parent (null: directly under the organisation). The caller has checked the right. */
export async function addPlace(
  given: AnyTx,
  place: { id: string; organisationId: string; parentId: string | null },
): Promise<void> {
  const tx = typed<IdentityTables>(given)
  const above = place.parentId ? await pathOf(tx, place.parentId, place.organisationId) : []
  if (above.length > 0) await seeToo(tx, place.id)
  await tx
    .insertInto('identity.places')
    .values({
      id: place.id,
      organisation_id: place.organisationId,
      parent_id: place.parentId,
      path: [...above, place.id],
    })
    .execute()
}

/** Moves a place with all below it. Refuses to hang it under itself. */
export async function movePlace(given: AnyTx, id: string, parentId: string | null): Promise<void> {
  const tx = typed<IdentityTables>(given)
  const place = required(
    await tx.selectFrom('identity.places').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
  const above = parentId ? await pathOf(tx, parentId, place.organisation_id) : []
  if (above.includes(id)) throw new Problem('conflict', { reason: 'identity:problem.placeUnderItself' })
  await tx.updateTable('identity.places').set({ parent_id: parentId }).where('id', '=', id).execute()
  await sql`update identity.places set path = ${[...above, id]}::uuid[] || path[${place.path.length + 1}:]
    where path @> array[${id}::uuid]`.execute(tx)
}

/** Removes a place that has nothing below it. */
export async function removePlace(given: AnyTx, id: string): Promise<void> {
  const tx = typed<IdentityTables>(given)
  await tx.deleteFrom('identity.places').where('id', '=', id).execute()
}

/**
 * Who sees a part of the tree sees what he hangs under it: for the rest of this transaction, as all later ones will by
 * themselves.
 */
async function seeToo(tx: Tx<IdentityTables>, id: string): Promise<void> {
  await sql`select set_config('vigie.places', array_append(kernel.seen_places(), ${id}::uuid)::text, true)`.execute(
    tx,
  )
}

async function pathOf(tx: Tx<IdentityTables>, id: string, organisationId: string): Promise<string[]> {
  const parent = await tx
    .selectFrom('identity.places')
    .select('path')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!parent)
    throw new Problem('invalid-input', {
      errors: [{ field: 'parentId', code: 'identity:problem.parentUnknown' }],
    })
  return parent.path
}
