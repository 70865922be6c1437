import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import type { Refusal } from '../contract.ts'
import { checkSecondFactor, secondFactorOf } from '../second-factor/check.ts'
import { clearTries, countTry, proofThrottle, type Throttle } from '../sessions/throttle.ts'
import type { IdentityTables } from '../tables.ts'
import { lockOwn, needsSession, ownPerson, type OwnPerson } from './own.ts'

/** Somebody at an open screen must show again that he is the account's person. */
export interface Proof {
  own: OwnPerson
  session: string
  throttle: Throttle
  /** Of the second factor, where the operation asks for it. */
  code: string | undefined
}

/** Counts the try: a stolen session is no way to guess the password either. */
export async function beginProof(
  tx: Tx<IdentityTables>,
  context: WriteContext,
  code?: string,
): Promise<Proof> {
  const session = needsSession(context)
  const own = await ownPerson(tx, context)
  const throttle = proofThrottle(own.id)
  await countTry(tx, throttle)
  return { own, session, throttle, code }
}

/**
 * Ends the proof: the password was looked at outside, and must still be the account's; the code, where the operation asks
 * for one and the account has a second factor, is looked at here.
 * @returns the caller as he is now, locked until the commit; or the problem to answer with.
 * @throws Problem `not-signed-in` where the session ended meanwhile.
 */
export async function endProof(
  tx: Tx<IdentityTables>,
  proof: Proof,
  isPasswordRight: boolean,
  context: WriteContext,
): Promise<OwnPerson | Problem> {
  const own = await lockOwn(tx, context)
  const isStillRight = isPasswordRight && own.password_hash === proof.own.password_hash
  if (isStillRight && (await codeIsRight(tx, proof))) {
    await clearTries(tx, proof.throttle)
    return own
  }
  const reason: Refusal = isStillRight ? 'code' : 'password'
  context.about({ detail: { outcome: 'wrong', reason } })
  return isStillRight
    ? invalidField('code', 'identity:problem.codeWrong')
    : invalidField('password', 'identity:problem.passwordWrong')
}

async function codeIsRight(tx: Tx<IdentityTables>, { own, code }: Proof): Promise<boolean> {
  if (code === undefined) return true
  const outcome = await checkSecondFactor(tx, await secondFactorOf(tx, own.id), code)
  return outcome === 'right' || outcome === 'none'
}
