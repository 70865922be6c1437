import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import type { Context } from '#kernel/operations'
import type { NewGrant } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'
import { refuseBeyondOwnRights } from './covers.ts'

/** Gives a person a role, where the caller holds each of its rights himself over that scope. */
export async function giveRole(
  tx: Tx<IdentityTables>,
  personId: string,
  { roleId, organisationId, placeId }: z.output<typeof NewGrant>,
  context: Context,
): Promise<string> {
  const role = await tx
    .selectFrom('identity.roles')
    .select('rights')
    .where('id', '=', roleId)
    .forShare()
    .executeTakeFirst()
  if (!role) throw invalidField('roleId', 'identity:problem.roleUnknown')
  refuseBeyondOwnRights(role.rights, { organisationId, placeId }, context)
  await refuseUnknownScope(tx, organisationId, placeId)
  const id = newId()
  const given = await tx
    .insertInto('identity.grants')
    .values({
      id,
      person_id: personId,
      role_id: roleId,
      organisation_id: organisationId,
      place_id: placeId,
    })
    .onConflict((conflict) => conflict.constraint('grants_whole_key').doNothing())
    .executeTakeFirst()
  if (given.numInsertedOrUpdatedRows === 0n)
    throw new Problem('already-exists', { reason: 'identity:problem.grantThere' })
  return id
}

/** What the caller may not see is unknown to him, and named so. */
async function refuseUnknownScope(
  tx: Tx<IdentityTables>,
  organisationId: string | null,
  placeId: string | null,
): Promise<void> {
  if (organisationId === null) {
    if (placeId !== null) throw invalidField('organisationId', 'identity:problem.organisationUnknown')
    return
  }
  const organisation = await tx
    .selectFrom('identity.organisations')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) throw invalidField('organisationId', 'identity:problem.organisationUnknown')
  if (placeId === null) return
  const place = await tx
    .selectFrom('identity.places')
    .select('id')
    .where('id', '=', placeId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!place) throw invalidField('placeId', 'identity:problem.parentUnknown')
}
