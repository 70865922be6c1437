import { z } from 'zod'
import { Id, LinkToken, Password, personChanged } from '../contract.ts'
import { action } from '../operations.ts'
import { refuseGuessable } from '../passwords/guessable.ts'
import { hashPassword } from '../passwords/hash.ts'
import { endSessions } from '../sessions/end.ts'
import { openSession } from '../sessions/open.ts'
import { findLink, useUpLink } from './find.ts'
import { revokeTokensOf } from '../tokens/revoke.ts'

/** As the system: nobody is signed in yet. The link's token is what it takes, once. */
export const acceptLink = action({
  name: 'one-time-links.accept',
  route: 'POST /one-time-links/accept',
  right: 'public',
  as: 'system',
  summary: 'Choose a password with the one-time link of an invitation or of a forgotten password',
  input: z.strictObject({ token: LinkToken, password: Password }),
  output: z.object({
    personId: Id,
    /** False where the account has a second factor: sign in with the new password and a code. */
    isSignedIn: z.boolean(),
  }),
  journals: 'finish',
  async begin(tx, { token, password }) {
    const link = await findLink(tx, token)
    refuseGuessable(password, link)
    return link
  },
  work: (_link, { password }) => hashPassword(password),
  async finish(tx, before, outcome, context) {
    if (!outcome.ok) throw outcome.error
    // A slow hash lies between: the link is looked at again, and locked by being used up.
    await useUpLink(tx, before.link_id)
    const { id, organisation_id: organisationId } = before
    await tx
      .updateTable('identity.people')
      .set({ password_hash: outcome.value, state: 'active' })
      .where('id', '=', id)
      .where('state', '!=', 'disabled')
      .execute()
    await endSessions(tx, { id, organisation_id: organisationId }, {}, context)
    await revokeTokensOf(tx, { id, organisation_id: organisationId }, context)
    context.emit(personChanged(organisationId, { id, changed: ['password', 'state'] }))
    context.about({
      subjectType: 'person',
      subjectId: id,
      subjectName: before.name,
      organisationId,
      detail: { purpose: before.purpose },
    })
    const isSignedIn = before.second_factor === null
    if (isSignedIn) await openSession(tx, id, context)
    return { personId: id, isSignedIn }
  },
})
