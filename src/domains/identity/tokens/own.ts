import { z } from 'zod'
import { listOutput } from '#kernel/operations'
import { Id, NewToken, Token } from '../contract.ts'
import { needsSession, ownPerson } from '../me/own.ts'
import { whole } from '../me/whole.ts'
import { command, query } from '../operations.ts'
import { issueTokenFor } from './issue.ts'
import { tokenOf, tokensOf } from './read.ts'
import { revokeTokenOf } from './revoke.ts'

// As the system, all of them: they are about the caller's own tokens, whatever he may see of people.

export const listOwnTokens = query({
  name: 'tokens.list',
  route: 'GET /me/tokens',
  right: 'signed-in',
  as: 'system',
  summary: 'One’s own API tokens',
  input: z.strictObject({}),
  output: listOutput(Token),
  run: async (tx, _input, { person }) => whole(await tokensOf(tx, person.id)),
})

export const createToken = command({
  name: 'tokens.create',
  route: 'POST /me/tokens',
  right: 'signed-in',
  as: 'system',
  secret: true,
  status: 201,
  summary: 'Make an API token; its secret is answered once',
  input: NewToken,
  output: Token.extend({ secret: z.string() }),
  async run(tx, input, context) {
    needsSession(context)
    const own = await ownPerson(tx, context)
    const { id, secret } = await issueTokenFor(tx, own.id, input)
    const row = await tx
      .selectFrom('identity.tokens')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { rights, organisationIds, expiresAt } = input
    context.about({
      subjectType: 'token',
      subjectId: id,
      subjectName: input.name,
      detail: { rights, organisationIds, expiresAt },
    })
    return { ...tokenOf(row), secret }
  },
})

export const revokeToken = command({
  name: 'tokens.revoke',
  route: 'DELETE /me/tokens/:id',
  right: 'signed-in',
  as: 'system',
  summary: 'Revoke one of one’s own API tokens',
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    needsSession(context)
    const own = await ownPerson(tx, context)
    await revokeTokenOf(tx, own, id, context)
  },
})
