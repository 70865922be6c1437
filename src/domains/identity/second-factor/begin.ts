import { Secret } from 'otpauth'
import { toString as drawQr } from 'qrcode'
import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { GivenPassword, SecondFactorOffer } from '../contract.ts'
import { keys } from '../house/keys.ts'
import { beginProof, endProof } from '../me/proof.ts'
import { action } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { secondFactorOf, totpOf } from './check.ts'

/** As the system: it is about the caller alone. */
export const beginSecondFactor = action({
  name: 'second-factor.begin',
  route: 'POST /me/second-factor',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'Begin a second factor: a secret for the authenticator app, in force once a code confirms it',
  input: z.strictObject({ password: GivenPassword }),
  output: SecondFactorOffer,
  journals: 'finish',
  begin: (tx, _input, context) => beginProof(tx, context),
  work: ({ own }, { password }) => passwordMatches(password, own.password_hash),
  async finish(tx, proof, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const own = await endProof(tx, proof, outcome.value, context)
    if (own instanceof Problem) return own
    const { id, email } = own
    const before = await secondFactorOf(tx, id)
    if (before?.confirmed_at) return new Problem('conflict', { reason: 'identity:problem.secondFactorThere' })
    // 160 bits, as RFC 4226 (4, R6) recommends.
    const secret = new Secret({ size: 20 }).base32
    const row = { totp_sealed: keys().totp.seal(secret, id), confirmed_at: null, last_step: null }
    await tx
      .insertInto('identity.second_factors')
      .values({ person_id: id, ...row })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...row, recovery_hashes: [] }))
      .execute()
    const uri = totpOf(secret, email).toString()
    return { secret, uri, qr: await pictureOf(uri) }
  },
})

async function pictureOf(uri: string): Promise<string> {
  const svg = await drawQr(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
