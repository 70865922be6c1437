import { z } from 'zod'
import { Problem } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { Id, Person, personEmailChanged, personFields } from '../contract.ts'
import { refuseStronger } from '../grants/held.ts'
import { needsSession } from '../me/own.ts'
import { command } from '../operations.ts'
import { personById, personSubject } from './row.ts'
import { writeAddress } from './taken.ts'

export const updatePerson = command({
  name: 'people.update',
  route: 'PATCH /people/:id',
  right: 'person.write',
  summary: 'Change what is known of a person; a mail tells the address before when it changes',
  subject: { ...personSubject, id: 'id' },
  input: z.strictObject({ id: Id, ...z.strictObject(personFields).partial().shape }),
  output: Person,
  async run(tx, { id, organisationId, ...change }, context) {
    await refuseStronger(tx, id, context)
    const before = await personById(tx, id, context)
    const write = () =>
      tx
        .updateTable('identity.people')
        .set({ ...change, ...(organisationId === undefined ? {} : { organisation_id: organisationId }), id })
        .where('id', '=', id)
        .execute()
    const { email } = change
    if (email === undefined || email === before.email) await write()
    else await moveAddress(before, email, context, () => writeAddress(tx, email, context, write))
    return personById(tx, id, context)
  },
})

/** Where the links to a new password go: by nobody's token, and one's own under `/me`, where the password is asked. */
async function moveAddress(
  { id, organisationId, email: before }: z.input<typeof Person>,
  after: string,
  context: WriteContext,
  write: () => Promise<void>,
): Promise<void> {
  needsSession(context)
  if (id === context.person.id)
    throw new Problem('not-allowed', { reason: 'identity:problem.ownAccountElsewhere' })
  await write()
  context.emit(personEmailChanged(organisationId, { personId: id, before, after }))
}
