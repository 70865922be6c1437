import { z } from 'zod'
import { ownPerson } from '../me/own.ts'
import { command } from '../operations.ts'
import { endSessions } from './end.ts'
import { forgetCookie } from './open.ts'

/** As the system: it ends the caller's own session and no other. */
export const signOut = command({
  name: 'sessions.end',
  route: 'DELETE /sessions/current',
  right: 'own-account',
  as: 'system',
  summary: 'Sign out: end this session',
  input: z.strictObject({}),
  output: z.void(),
  async run(tx, _input, context) {
    const { by } = context.person
    const own = await ownPerson(tx, context)
    if ('session' in by) await endSessions(tx, own, { only: by.session }, context)
    forgetCookie(context)
    context.about({ subjectType: 'session' })
  },
})
