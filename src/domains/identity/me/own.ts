import type { Tx } from '#kernel/database'
import { Problem, required } from '#kernel/errors'
import type { Context, WriteContext } from '#kernel/operations'
import type { IdentityTables } from '../tables.ts'

export interface OwnPerson {
  id: string
  organisation_id: string | null
  name: string
  email: string
  password_hash: string | null
}

/** The caller's own row; the journal's entry is then about him. */
export async function ownPerson(tx: Tx<IdentityTables>, context: WriteContext): Promise<OwnPerson> {
  const row = await tx
    .selectFrom('identity.people')
    .select(['id', 'organisation_id', 'name', 'email', 'password_hash'])
    .where('id', '=', context.person.id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  const own = required(row)
  context.about({
    subjectType: 'person',
    subjectId: own.id,
    subjectName: own.name,
    organisationId: own.organisation_id,
  })
  return own
}

/**
 * What keeps an account safe is changed by its person, not by a script that holds a token of his.
 * @returns the session.
 */
export function needsSession(context: Context): string {
  const { by } = context.person
  if ('session' in by) return by.session
  throw new Problem('not-allowed', { reason: 'identity:problem.needsSession' })
}
