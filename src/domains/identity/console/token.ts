import type { z } from 'zod'
import type { Right } from '#kernel/access'
import { systemWrite, type Ground } from '#kernel/operations'
import { NewToken } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'
import { issueTokenFor } from '../tokens/issue.ts'
import { personByEmail } from './find.ts'

/**
 * For `vigie user token`: an API token of a person.
 * @param knownRights those that the domains of `src/app.ts` declare.
 * @returns the secret, which nothing can show again.
 * @throws z.ZodError for bad input, Problem where there is no such person, right or organisation.
 */
export async function issueTokenAtConsole(
  ground: Ground,
  email: string,
  wanted: z.input<typeof NewToken>,
  knownRights: readonly Right[],
): Promise<string> {
  const token = NewToken.parse(wanted)
  return systemWrite<IdentityTables, string>(
    ground,
    { operation: 'tokens.create', actor: 'console' },
    async (tx, by) => {
      const person = await personByEmail(tx, email)
      const { id, secret } = await issueTokenFor(tx, person.id, token, knownRights)
      const { name, rights, organisationIds, expiresAt } = token
      by.journal({
        subjectType: 'token',
        subjectId: id,
        subjectName: name,
        organisationId: person.organisation_id,
        detail: { person: person.name, rights, organisationIds, expiresAt },
      })
      return secret
    },
  )
}
