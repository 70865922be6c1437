import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import { Id, NewGrant, Person } from '../contract.ts'
import { command } from '../operations.ts'
import { keepAnAdministrator } from '../people/administrators.ts'
import { personById, personSubject } from '../people/row.ts'
import { roleName } from '../roles/names.ts'
import type { IdentityTables } from '../tables.ts'
import { refuseBeyondOwnRights } from './covers.ts'
import { giveRole } from './give.ts'
import { heldRoles, type HeldRole } from './held.ts'

export const addGrant = command({
  name: 'people.add-grant',
  route: 'POST /people/:id/grants',
  right: 'person.write',
  summary: 'Give a person a role over everything, an organisation, or a place with all below it',
  subject: { ...personSubject, id: 'id' },
  status: 201,
  input: z.strictObject({ id: Id, ...NewGrant.shape }),
  output: Person,
  async run(tx, { id, ...grant }, context) {
    const before = await heldRoles(tx, id)
    await giveRole(tx, id, grant, context)
    context.about({ changes: { grants: [said(before, context), said(await heldRoles(tx, id), context)] } })
    return personById(tx, id, context)
  },
})

export const removeGrant = command({
  name: 'people.remove-grant',
  route: 'DELETE /people/:id/grants/:grantId',
  right: 'person.write',
  summary: 'Take a role from a person',
  subject: { ...personSubject, id: 'id' },
  input: z.strictObject({ id: Id, grantId: Id }),
  output: Person,
  async run(tx, { id, grantId }, context) {
    const before = await heldRoles(tx, id)
    const { rights, organisation_id, place_id } = required(before.find((held) => held.id === grantId))
    refuseBeyondOwnRights(rights, { organisationId: organisation_id, placeId: place_id }, context)
    await removeOne(tx, grantId)
    const after = before.filter((held) => held.id !== grantId)
    context.about({ changes: { grants: [said(before, context), said(after, context)] } })
    return personById(tx, id, context)
  },
})

async function removeOne(tx: Tx<IdentityTables>, grantId: string): Promise<void> {
  await tx.deleteFrom('identity.grants').where('id', '=', grantId).execute()
  await keepAnAdministrator(tx)
}

/** The grants as the journal keeps them: readable after the role is gone. */
function said(held: HeldRole[], context: Context) {
  return held.map(({ role_name: name, builtin, organisation_id, place_id }) => ({
    role: roleName({ builtin, name }, context),
    organisationId: organisation_id,
    placeId: place_id,
  }))
}
