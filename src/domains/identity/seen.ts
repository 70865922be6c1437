import { typed, type AnyTx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { IdentityTables } from './tables.ts'

/** @throws Problem `not-found` where the caller may not see the person. */
export const personSeen = (tx: AnyTx, id: string) => needsRow(tx, 'identity.people', id)

/** @throws Problem `not-found` where the caller sees nothing of the organisation. */
export const organisationSeen = (tx: AnyTx, id: string) => needsRow(tx, 'identity.organisations', id)

/** @throws Problem `not-found` where there is no such role. */
export const roleSeen = (tx: AnyTx, id: string) => needsRow(tx, 'identity.roles', id)

async function needsRow(
  given: AnyTx,
  table: 'identity.people' | 'identity.organisations' | 'identity.roles',
  id: string,
): Promise<void> {
  const tx = typed<IdentityTables>(given)
  required(await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst())
}
