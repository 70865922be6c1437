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
  return aboutOwn(required(await ownRow(tx, context).executeTakeFirst()), context)
}

/**
 * The caller's own row, locked until the commit, in a session that is still open. Whatever takes an account back (a new
 * password, a closed account) locks that row first and ends its sessions: what began before is then done before it, or
 * not at all.
 * @throws Problem `not-signed-in` where the session ended meanwhile.
 */
export async function lockOwn(tx: Tx<IdentityTables>, context: WriteContext): Promise<OwnPerson> {
  const session = needsSession(context)
  const row = await ownRow(tx, context).forUpdate().executeTakeFirst()
  // Only once the row is held: what ended the session has then been committed, and is seen.
  const isOpen = await tx
    .selectFrom('identity.sessions')
    .select('id')
    .where('id', '=', session)
    .where('person_id', '=', context.person.id)
    .executeTakeFirst()
  if (!row || !isOpen) throw new Problem('not-signed-in')
  return aboutOwn(row, context)
}

function ownRow(tx: Tx<IdentityTables>, context: WriteContext) {
  return tx
    .selectFrom('identity.people')
    .select(['id', 'organisation_id', 'name', 'email', 'password_hash'])
    .where('id', '=', context.person.id)
    .where('state', '=', 'active')
}

function aboutOwn(own: OwnPerson, context: WriteContext): OwnPerson {
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
