import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { listOutput, type Context } from '#kernel/operations'
import { Id, PersonLink, Session, Token } from '../contract.ts'
import { refuseStronger } from '../grants/held.ts'
import { makeLink, tellLink } from '../links/make.ts'
import { needsSession } from '../me/own.ts'
import { whole } from '../me/whole.ts'
import { command, query } from '../operations.ts'
import { removeSecondFactor } from '../second-factor/remove.ts'
import { endSessions } from '../sessions/end.ts'
import { sessionsOf } from '../sessions/read.ts'
import type { IdentityTables } from '../tables.ts'
import { tokensOf } from '../tokens/read.ts'
import { revokeTokenOf } from '../tokens/revoke.ts'
import { countMail } from './mails.ts'
import { personById, personSubject } from './row.ts'

// What an administrator does, signed in, for the account of somebody else who may do no more than himself. His own account
// he keeps safe under `/me`, where he shows its password again: else an open screen would be enough to take it.

const reads = { right: 'person.write', input: z.strictObject({ id: Id }) } as const
const writes = { right: 'person.write', subject: { ...personSubject, id: 'id' } } as const
const input = z.strictObject({ id: Id })

export const makePersonLink = command({
  name: 'people.make-link',
  route: 'POST /people/:id/link',
  ...writes,
  secret: true,
  summary:
    'A new one-time link to choose a password: answered once, and sent by mail; the one before stops working',
  input,
  output: PersonLink,
  async run(tx, { id }, context) {
    await needsAuthorityOver(tx, id, context)
    const person = await row(tx, id)
    if (person.state === 'disabled')
      throw new Problem('conflict', { reason: 'identity:problem.personDisabled' })
    await countMail(tx, context)
    const link = await makeLink(tx, id, person.state === 'invited' ? 'invitation' : 'password-reset')
    tellLink(person, link, context)
    context.about({ detail: { purpose: link.purpose, expiresAt: link.expiresAt } })
    return link
  },
})

export const listPersonSessions = query({
  name: 'people.sessions',
  route: 'GET /people/:id/sessions',
  ...reads,
  summary: 'Where a person is signed in',
  output: listOutput(Session),
  async run(tx, { id }, context) {
    await personById(tx, id, context)
    const { by } = context.person
    return whole(await sessionsOf(tx, id, 'session' in by ? by.session : undefined))
  },
})

export const endPersonSessions = command({
  name: 'people.end-sessions',
  route: 'DELETE /people/:id/sessions',
  ...writes,
  summary: 'End all sessions of a person',
  input,
  output: z.object({ ended: z.number().int() }),
  async run(tx, { id }, context) {
    await needsAuthorityOver(tx, id, context)
    const ended = await endSessions(tx, await row(tx, id), {}, context)
    context.about({ detail: { ended } })
    return { ended }
  },
})

export const removePersonSecondFactor = command({
  name: 'people.remove-second-factor',
  route: 'DELETE /people/:id/second-factor',
  ...writes,
  summary: 'Take the second factor from an account whose person has lost it',
  input,
  output: z.void(),
  async run(tx, { id }, context) {
    await needsAuthorityOver(tx, id, context)
    await removeSecondFactor(tx, await row(tx, id), context)
  },
})

export const listPersonTokens = query({
  name: 'people.tokens',
  route: 'GET /people/:id/tokens',
  ...reads,
  summary: 'The API tokens of a person',
  output: listOutput(Token),
  async run(tx, { id }, context) {
    await personById(tx, id, context)
    return whole(await tokensOf(tx, id))
  },
})

export const revokePersonToken = command({
  name: 'people.revoke-token',
  route: 'DELETE /people/:id/tokens/:tokenId',
  ...writes,
  summary: 'Revoke an API token of a person',
  input: z.strictObject({ id: Id, tokenId: Id }),
  output: z.void(),
  async run(tx, { id, tokenId }, context) {
    await needsAuthorityOver(tx, id, context)
    await revokeTokenOf(tx, await row(tx, id), tokenId, context)
  },
})

async function needsAuthorityOver(tx: Tx<IdentityTables>, id: string, context: Context): Promise<void> {
  needsSession(context)
  if (id === context.person.id)
    throw new Problem('not-allowed', { reason: 'identity:problem.ownAccountElsewhere' })
  await refuseStronger(tx, id, context)
}

function row(tx: Tx<IdentityTables>, id: string) {
  return tx
    .selectFrom('identity.people')
    .select(['id', 'organisation_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
