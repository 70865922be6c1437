import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Code, GivenPassword } from '../contract.ts'
import { beginProof, endProof } from '../me/proof.ts'
import { action } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { removeSecondFactor } from './remove.ts'

/** As the system: it is about the caller alone. */
export const disableSecondFactor = action({
  name: 'second-factor.disable',
  route: 'POST /me/second-factor/disable',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'Give up one’s second factor: asks the password and a code (or a recovery code)',
  input: z.strictObject({ password: GivenPassword, code: Code }),
  output: z.void(),
  journals: 'finish',
  begin: (tx, { code }, context) => beginProof(tx, context, code),
  work: ({ own }, { password }) => passwordMatches(password, own.password_hash),
  async finish(tx, proof, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const own = await endProof(tx, proof, outcome.value, context)
    if (own instanceof Problem) return own
    await removeSecondFactor(tx, own, context)
  },
})
