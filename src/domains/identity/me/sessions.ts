import { z } from 'zod'
import { notFound } from '#kernel/errors'
import { listOutput } from '#kernel/operations'
import { Id, Session } from '../contract.ts'
import { command, query } from '../operations.ts'
import { endSessions } from '../sessions/end.ts'
import { sessionsOf } from '../sessions/read.ts'
import { whole } from './whole.ts'
import { lockOwn, needsSession } from './own.ts'

// As the system, all of them: they are about the caller's own sessions, whatever he may see of people.

export const listOwnSessions = query({
  name: 'sessions.list',
  route: 'GET /me/sessions',
  right: 'own-account',
  as: 'system',
  summary: 'One’s own sessions: where one is signed in',
  input: z.strictObject({}),
  output: listOutput(Session),
  async run(tx, _input, { person }) {
    const current = 'session' in person.by ? person.by.session : undefined
    return whole(await sessionsOf(tx, person.id, current))
  },
})

export const revokeSession = command({
  name: 'sessions.revoke',
  route: 'DELETE /me/sessions/:id',
  right: 'own-account',
  as: 'system',
  summary: 'End one of one’s own sessions',
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const own = await lockOwn(tx, context)
    if ((await endSessions(tx, own, { only: id }, context)) === 0) throw notFound()
    context.about({ subjectType: 'session' })
  },
})

export const revokeOtherSessions = command({
  name: 'sessions.revoke-others',
  route: 'DELETE /me/sessions',
  right: 'own-account',
  as: 'system',
  summary: 'End all of one’s own sessions but this one',
  input: z.strictObject({}),
  output: z.object({ ended: z.number().int() }),
  async run(tx, _input, context) {
    const except = needsSession(context)
    const own = await lockOwn(tx, context)
    const ended = await endSessions(tx, own, { except }, context)
    context.about({ subjectType: 'session', detail: { ended } })
    return { ended }
  },
})
