import type { Tx } from '#kernel/database'
import { invalidField, type Problem } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { checkSecondFactor, secondFactorOf } from '../second-factor/check.ts'
import { clearTries, countTry, proofThrottle, type Throttle } from '../sessions/throttle.ts'
import type { IdentityTables } from '../tables.ts'
import { needsSession, ownPerson, type OwnPerson } from './own.ts'

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
 * Ends the proof: the password was looked at outside; the code, where the operation asks for one and the account has a
 * second factor, is looked at here.
 * @returns the problem to answer with, or nothing.
 */
export async function endProof(
  tx: Tx<IdentityTables>,
  proof: Proof,
  isPasswordRight: boolean,
  context: WriteContext,
): Promise<Problem | undefined> {
  await ownPerson(tx, context)
  if (isPasswordRight && (await codeIsRight(tx, proof))) {
    await clearTries(tx, proof.throttle)
    return undefined
  }
  context.about({ detail: { outcome: 'wrong' } })
  return isPasswordRight
    ? invalidField('code', 'identity:problem.codeWrong')
    : invalidField('password', 'identity:problem.passwordWrong')
}

async function codeIsRight(tx: Tx<IdentityTables>, { own, code }: Proof): Promise<boolean> {
  if (code === undefined) return true
  const outcome = await checkSecondFactor(tx, await secondFactorOf(tx, own.id), code)
  return outcome === 'right' || outcome === 'none'
}
