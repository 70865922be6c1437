import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Id, LinkToken, Password, personChanged } from '../contract.ts'
import { action } from '../operations.ts'
import { refuseGuessable } from '../passwords/guessable.ts'
import { hashPassword } from '../passwords/hash.ts'
import { secondFactorOf } from '../second-factor/check.ts'
import { endSessions } from '../sessions/end.ts'
import { openSession } from '../sessions/open.ts'
import type { IdentityTables } from '../tables.ts'
import { revokeTokensOf } from '../tokens/revoke.ts'
import { findLink, linkGone, useUpLink } from './find.ts'

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
    const { id, organisation_id: organisationId } = before
    // First, since it locks the person: what somebody with the password before does meanwhile is then undone or refused.
    await choosePassword(tx, id, outcome.value)
    // A slow hash lies between: the link is looked at again, and locked by being used up.
    await useUpLink(tx, before.link_id)
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
    const factor = await secondFactorOf(tx, id)
    const isSignedIn = !factor?.confirmed_at
    if (isSignedIn) await openSession(tx, id, context)
    return { personId: id, isSignedIn }
  },
})

/** @throws Problem `not-found` where the account has been closed meanwhile. */
async function choosePassword(tx: Tx<IdentityTables>, id: string, hash: string): Promise<void> {
  const row = await tx
    .updateTable('identity.people')
    .set({ password_hash: hash, state: 'active' })
    .where('id', '=', id)
    .where('state', '!=', 'disabled')
    .returning('id')
    .executeTakeFirst()
  if (!row) throw linkGone()
}
