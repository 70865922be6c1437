import { z } from 'zod'
import { Id, Person, personFields } from '../contract.ts'
import { refuseStronger } from '../grants/held.ts'
import { needsSession } from '../me/own.ts'
import { command } from '../operations.ts'
import { personById, personSubject } from './row.ts'

export const updatePerson = command({
  name: 'people.update',
  route: 'PATCH /people/:id',
  right: 'person.write',
  summary: 'Change what is known of a person',
  subject: { ...personSubject, id: 'id' },
  input: z.strictObject({ id: Id, ...z.strictObject(personFields).partial().shape }),
  output: Person,
  async run(tx, { id, organisationId, ...change }, context) {
    await refuseStronger(tx, id, context)
    const { email: before } = await personById(tx, id, context)
    // Where the links to a new password go.
    if (change.email !== undefined && change.email !== before) needsSession(context)
    await tx
      .updateTable('identity.people')
      .set({ ...change, ...(organisationId === undefined ? {} : { organisation_id: organisationId }), id })
      .where('id', '=', id)
      .execute()
    return personById(tx, id, context)
  },
})
