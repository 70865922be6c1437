import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { GivenPassword, personChanged, personEmailChanged, personFields } from '../contract.ts'
import { action } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { beginProof, endProof } from './proof.ts'

/**
 * As the system: it changes the caller's own address, whatever he may see of people. Links to a new password go there, so
 * that an open screen is not enough. An address that somebody has rolls the end back, and with it what forgets the try:
 * asking who has an account is slowed down like guessing the password.
 */
export const changeEmail = action({
  name: 'me.change-email',
  route: 'POST /me/email',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'Change the mail address that one signs in with; a mail tells the address before',
  input: z.strictObject({ email: personFields.email, password: GivenPassword }),
  output: z.void(),
  journals: 'finish',
  begin: async (tx, { email }, context) => ({ proof: await beginProof(tx, context), email }),
  work: ({ proof }, { password }) => passwordMatches(password, proof.own.password_hash),
  async finish(tx, { proof, email }, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const own = await endProof(tx, proof, outcome.value, context)
    if (own instanceof Problem) return own
    const { id, organisation_id: organisationId, email: before } = own
    if (email === before) return
    await tx.updateTable('identity.people').set({ email }).where('id', '=', id).execute()
    context.about({ changes: { email: [before, email] } })
    context.emit(personChanged(organisationId, { id, changed: ['email'] }))
    context.emit(personEmailChanged(organisationId, { personId: id, before, after: email }))
  },
})
