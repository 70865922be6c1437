import { z } from 'zod'
import { listener } from '#kernel/events'
import { newId } from '#kernel/ids'
import { Email, resetAsked } from '../contract.ts'
import { keys } from '../house/keys.ts'
import { command } from '../operations.ts'
import { countTry, resetThrottle } from '../sessions/throttle.ts'
import type { IdentityTables } from '../tables.ts'
import { makeLink, tellLink } from './make.ts'

/**
 * As the system: nobody is signed in. Its work is the same whoever is named: whether there is such a person is looked
 * at later, by a listener, so that neither the answer nor its time tells.
 */
export const askForReset = command({
  name: 'password-resets.create',
  route: 'POST /password-resets',
  right: 'public',
  as: 'system',
  secret: true,
  summary: 'Say that one has forgotten one’s password: a mail brings a link, if there is such an account',
  input: z.strictObject({ email: Email }),
  output: z.void(),
  async run(tx, { email }, context) {
    await countTry(tx, resetThrottle(email, context.address))
    const id = newId()
    context.emit(resetAsked(null, { id, sealedEmail: keys().email.seal(email, id).toString('base64') }))
    context.about({ subjectType: 'person', subjectId: null })
  },
})

/** Makes the link of who is known. Who was invited and never came gets the invitation again. */
export const findForgotten = listener<IdentityTables, typeof resetAsked.payload>({
  name: 'identity.find-forgotten',
  on: resetAsked,
  async run(tx, { payload }, context) {
    const email = keys().email.open(Buffer.from(payload.sealedEmail, 'base64'), payload.id)
    const person = await tx
      .selectFrom('identity.people')
      .select(['id', 'name', 'organisation_id', 'state'])
      .where('email', '=', email)
      .where('state', '!=', 'disabled')
      .executeTakeFirst()
    if (!person) return
    const link = await makeLink(tx, person.id, person.state === 'invited' ? 'invitation' : 'password-reset')
    tellLink(person, link, context)
    context.journal({
      subjectType: 'person',
      subjectId: person.id,
      subjectName: person.name,
      organisationId: person.organisation_id,
      detail: { purpose: link.purpose, expiresAt: link.expiresAt },
    })
  },
})
