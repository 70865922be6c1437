import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { GivenPassword, Password, personChanged } from '../contract.ts'
import { action } from '../operations.ts'
import { refuseGuessable } from '../passwords/guessable.ts'
import { hashPassword, passwordMatches } from '../passwords/hash.ts'
import { endSessions } from '../sessions/end.ts'
import { beginProof, endProof } from './proof.ts'

/** As the system: it changes the caller's own password, whatever he may see of people. */
export const changePassword = action({
  name: 'me.change-password',
  route: 'POST /me/password',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'Change one’s own password; one’s other sessions end',
  input: z.strictObject({
    /** The one in force. */
    password: GivenPassword,
    newPassword: Password,
  }),
  output: z.void(),
  journals: 'finish',
  async begin(tx, { newPassword }, context) {
    const proof = await beginProof(tx, context)
    refuseGuessable(newPassword, proof.own, 'newPassword')
    return proof
  },
  async work({ own }, { password, newPassword }) {
    const isPasswordRight = await passwordMatches(password, own.password_hash)
    return { isPasswordRight, hash: isPasswordRight ? await hashPassword(newPassword) : null }
  },
  async finish(tx, proof, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const { isPasswordRight, hash } = outcome.value
    const own = await endProof(tx, proof, isPasswordRight, context)
    if (own instanceof Problem) return own
    await tx.updateTable('identity.people').set({ password_hash: hash }).where('id', '=', own.id).execute()
    await endSessions(tx, own, { except: proof.session }, context)
    context.about({ changes: { password: ['•••', '•••'] } })
    context.emit(personChanged(own.organisation_id, { id: own.id, changed: ['password'] }))
  },
})
