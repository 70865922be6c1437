import { now } from '#kernel/clock'
import { hashToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

/** The person of a link that still works. @throws Problem `not-found`: used, expired, replaced or invented. */
export async function findLink(tx: Tx<IdentityTables>, token: string) {
  const row = await tx
    .selectFrom('identity.links as l')
    .innerJoin('identity.people as p', 'p.id', 'l.person_id')
    .select(['l.id as link_id', 'l.purpose', 'p.id', 'p.name', 'p.email', 'p.language', 'p.organisation_id'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now().toISOString())
    .where('p.state', '!=', 'disabled')
    .executeTakeFirst()
  if (!row || row.purpose === 'first-administrator') throw linkGone()
  return { ...row, purpose: row.purpose }
}

/** Marks a link as used. @throws Problem where somebody was quicker. */
export async function useUpLink(tx: Tx<IdentityTables>, linkId: string): Promise<void> {
  const used = await tx
    .updateTable('identity.links')
    .set({ used_at: now().toISOString() })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw linkGone()
}

export const linkGone = () => new Problem('not-found', { reason: 'identity:problem.linkGone' })
