import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

/** The person of an address, for whoever sits at the console. @throws Problem where there is none that may sign in. */
export async function personByEmail(tx: Tx<IdentityTables>, email: string) {
  const row = await tx
    .selectFrom('identity.people')
    .select(['id', 'name', 'organisation_id', 'state'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { reason: 'identity:problem.personUnknown' })
  if (row.state === 'disabled') throw new Problem('conflict', { reason: 'identity:problem.personDisabled' })
  return row
}
