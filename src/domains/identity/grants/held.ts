import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import type { IdentityTables } from '../tables.ts'
import { refuseBeyondOwnRights } from './covers.ts'

export interface HeldRole {
  id: string
  role_id: string
  role_name: string
  builtin: string | null
  rights: string[]
  organisation_id: string | null
  place_id: string | null
}

/** The roles of a person with what they are held over, oldest first. */
export async function heldRoles(tx: Tx<IdentityTables>, personId: string): Promise<HeldRole[]> {
  return tx
    .selectFrom('identity.grants as g')
    .innerJoin('identity.roles as r', 'r.id', 'g.role_id')
    .select(['g.id', 'g.role_id', 'r.name as role_name', 'r.builtin', 'r.rights'])
    .select(['g.organisation_id', 'g.place_id'])
    .where('g.person_id', '=', personId)
    .orderBy(sql`g.created_at, g.id`)
    .execute()
}

/**
 * Refuses to act on the account of somebody who may do more than oneself: whoever can send a new password to an
 * administrator is one.
 */
export async function refuseStronger(
  tx: Tx<IdentityTables>,
  personId: string,
  context: Context,
): Promise<void> {
  for (const { rights, organisation_id, place_id } of await heldRoles(tx, personId))
    refuseBeyondOwnRights(rights, { organisationId: organisation_id, placeId: place_id }, context)
}
