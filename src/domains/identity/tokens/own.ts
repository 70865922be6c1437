import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { listOutput } from '#kernel/operations'
import { GivenPassword, Id, NewToken, Token } from '../contract.ts'
import { lockOwn } from '../me/own.ts'
import { beginProof, endProof } from '../me/proof.ts'
import { whole } from '../me/whole.ts'
import { action, command, query } from '../operations.ts'
import { passwordMatches } from '../passwords/hash.ts'
import { issueTokenFor, refuseUnfitToken } from './issue.ts'
import { tokenOf, tokensOf } from './read.ts'
import { revokeTokenOf } from './revoke.ts'

// As the system, all of them: they are about the caller's own tokens, whatever he may see of people.

export const listOwnTokens = query({
  name: 'tokens.list',
  route: 'GET /me/tokens',
  right: 'own-account',
  as: 'system',
  summary: 'One’s own API tokens',
  input: z.strictObject({}),
  output: listOutput(Token),
  run: async (tx, _input, { person }) => whole(await tokensOf(tx, person.id)),
})

export const createToken = action({
  name: 'tokens.create',
  route: 'POST /me/tokens',
  right: 'own-account',
  as: 'system',
  secret: true,
  status: 201,
  summary: 'Make an API token, with one’s password; its secret is answered once',
  input: NewToken.extend({ password: GivenPassword }),
  output: Token.extend({ secret: z.string() }),
  journals: 'finish',
  async begin(tx, input, context) {
    const proof = await beginProof(tx, context)
    await refuseUnfitToken(tx, proof.own.id, input)
    return { proof, input }
  },
  work: ({ proof }, { password }) => passwordMatches(password, proof.own.password_hash),
  async finish(tx, { proof, input }, outcome, context) {
    if (!outcome.ok) throw outcome.error
    const own = await endProof(tx, proof, outcome.value, context)
    if (own instanceof Problem) return own
    const { id, secret } = await issueTokenFor(tx, own.id, input)
    const row = await tx
      .selectFrom('identity.tokens')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { name, rights, organisationIds, expiresAt } = input
    context.about({
      subjectType: 'token',
      subjectId: id,
      subjectName: name,
      detail: { rights, organisationIds, expiresAt },
    })
    return { ...tokenOf(row), secret }
  },
})

export const revokeToken = command({
  name: 'tokens.revoke',
  route: 'DELETE /me/tokens/:id',
  right: 'own-account',
  as: 'system',
  summary: 'Revoke one of one’s own API tokens',
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const own = await lockOwn(tx, context)
    await revokeTokenOf(tx, own, id, context)
  },
})
