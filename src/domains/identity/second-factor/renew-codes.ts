import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Code, GivenPassword, RecoveryCodes } from '../contract.ts'
import { beginProof, endProof } from '../me/proof.ts'
import { action } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { noSecondFactor } from './remove.ts'

/** As the system: it is about the caller alone. */
export const renewRecoveryCodes = action({
  name: 'second-factor.renew-codes',
  route: 'POST /me/second-factor/recovery-codes',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'New recovery codes, shown once; the old ones stop working. Asks the password and a code',
  input: z.strictObject({ password: GivenPassword, code: Code }),
  output: RecoveryCodes,
  journals: 'finish',
  begin: (tx, { code }, context) => beginProof(tx, context, code),
  work: ({ own }, { password }) => passwordMatches(password, own.password_hash),
  async finish(tx, proof, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const own = await endProof(tx, proof, outcome.value, context)
    if (own instanceof Problem) return own
    const { codes, hashes } = newRecoveryCodes()
    const renewed = await tx
      .updateTable('identity.second_factors')
      .set({ recovery_hashes: hashes })
      .where('person_id', '=', own.id)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst()
    if (renewed.numUpdatedRows === 0n) return noSecondFactor()
    context.about({ changes: { recoveryCodes: ['•••', '•••'] } })
    return { recoveryCodes: codes }
  },
})
