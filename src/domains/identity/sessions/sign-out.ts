import { z } from 'zod'
import { command } from '../operations.ts'
import { sessionCookie } from './open.ts'

/** As the system: it ends the caller's own session and no other. */
export const signOut = command({
  name: 'sessions.end',
  route: 'DELETE /sessions/current',
  right: 'signed-in',
  as: 'system',
  summary: 'Sign out: end this session',
  input: z.strictObject({}),
  output: z.void(),
  async run(tx, _input, context) {
    const { person } = context
    if ('session' in person.by)
      await tx.deleteFrom('identity.sessions').where('id', '=', person.by.session).execute()
    context.header('set-cookie', sessionCookie('', 0, context.isSecure))
    context.about({ subjectType: 'session', subjectId: person.id, subjectName: person.name })
  },
})
