import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Id } from '../contract.ts'
import { action } from '../operations.ts'
import { openSession } from './open.ts'
import { passwordMatches } from './password.ts'
import { checkSecondFactor } from './second-factor.ts'
import { countTry, refuseWhileBlocked, takeBackTry, throttleKeys } from './throttle.ts'

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
    const keys = throttleKeys(email, context.address)
    await refuseWhileBlocked(tx, keys)
    await countTry(tx, keys)
    const person = await tx
      .selectFrom('identity.people')
      .selectAll()
      .where('email', '=', email.trim().toLowerCase())
      .where('state', '=', 'active')
      .executeTakeFirst()
    return { keys, person, code }
  },
  work: ({ person }, { password }) => passwordMatches(password, person?.password_hash ?? null),
  async finish(tx, { keys, person, code }, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const isRight = outcome.value && person !== undefined
    const second = isRight ? await checkSecondFactor(tx, person, code) : 'wrong'
    context.about({
      subjectType: 'session',
      subjectId: person?.id ?? null,
      subjectName: person?.name ?? null,
      organisationId: person?.organisation_id ?? null,
      detail: { outcome: second },
    })
    if (!isRight || second === 'wrong') return new Problem('sign-in-failed')
    await takeBackTry(tx, keys)
    if (second === 'missing') return new Problem('second-factor-needed')
    await openSession(tx, person.id, context)
    return { personId: person.id }
  },
})
