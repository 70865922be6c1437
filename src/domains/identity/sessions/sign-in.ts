import { z } from 'zod'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { networkOf } from '#kernel/http/network'
import { Id, type Refusal } from '../contract.ts'
import { action } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { checkSecondFactor, secondFactorOf } from '../second-factor/check.ts'
import type { IdentityTables } from '../tables.ts'

import { openSession } from './open.ts'
import { clearTries, countEverywhere, countTry, signInThrottle, takeBackTry } from './throttle.ts'

const input = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(200),
  /** Six digits of the authenticator app, or a recovery code; asked for when the account has a second factor. */
  code: z.string().max(40).optional(),
})

/** As the system: nobody is signed in yet. It tells an anonymous caller nothing but "not right" or "wait". */
export const signIn = action({
  name: 'sessions.create',
  route: 'POST /sessions',
  right: 'public',
  as: 'system',
  summary: 'Sign in with a password (and a second factor where the account has one)',
  input,
  output: z.object({ personId: Id }),
  journals: 'finish',
  async begin(tx, { email, code }, context) {
    const near = signInThrottle(email, context.address)
    await countTry(tx, near)
    const isKnown = await isSignedInFrom(tx, email, context.address)
    const throttle = isKnown ? near : await countEverywhere(tx, near, email)
    const person = await tx
      .selectFrom('identity.people')
      .select(['id', 'name', 'organisation_id', 'password_hash'])
      .where('email', '=', email.trim().toLowerCase())
      .where('state', '=', 'active')
      .executeTakeFirst()
    return { throttle, person, code }
  },
  work: ({ person }, { password }) => passwordMatches(password, person?.password_hash ?? null),
  async finish(tx, { throttle, person, code }, outcome, context) {
    if (!outcome.ok) throw outcome.error
    // Looked at again: he may have been disabled, or his password changed, while this one was being hashed.
    const isRight = outcome.value && person !== undefined && (await isStillSo(tx, person))
    const second = isRight ? await checkSecondFactor(tx, await secondFactorOf(tx, person.id), code) : 'wrong'
    context.about({
      subjectType: 'session',
      subjectId: person?.id ?? null,
      subjectName: person?.name ?? null,
      organisationId: person?.organisation_id ?? null,
      detail: isIn(second)
        ? { outcome: second }
        : { outcome: second, reason: reasonOf(isRight, second, person) },
    })
    if (!isRight || second === 'wrong') return new Problem('sign-in-failed')
    if (second === 'missing') {
      await takeBackTry(tx, throttle)
      return new Problem('second-factor-needed')
    }
    await clearTries(tx, throttle)
    const session = await openSession(tx, person.id, context)
    context.about({ signedIn: { id: person.id, name: person.name, session } })
    return { personId: person.id }
  },
})

type Second = Awaited<ReturnType<typeof checkSecondFactor>>

const isIn = (second: Second): boolean => second === 'right' || second === 'none'

/** What was wrong, for the journal alone: the caller is told nothing of it. */
function reasonOf(isRight: boolean, second: Second, person: object | undefined): Refusal {
  if (isRight) return second === 'missing' ? 'code-missing' : 'code'
  return person ? 'password' : 'account'
}

async function isStillSo(
  tx: Tx<IdentityTables>,
  person: { id: string; password_hash: string | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.people')
    .select('id')
    .where('id', '=', person.id)
    .where('password_hash', '=', person.password_hash)
    .where('state', '=', 'active')
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the account is signed in from this network: where its person is, others' wrong tries do not count. */
async function isSignedInFrom(tx: Tx<IdentityTables>, email: string, address: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('identity.sessions as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select('s.address')
    .distinct()
    .where('p.email', '=', email.trim().toLowerCase())
    .where('s.expires_at', '>', now().toISOString())
    .execute()
  return rows.some((known) => networkOf(known.address) === networkOf(address))
}
