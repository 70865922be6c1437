import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { Token } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/** The tokens of a person, newest first; those revoked or expired too, since scripts may still be using them. */
export async function tokensOf(tx: Tx<IdentityTables>, personId: string): Promise<z.input<typeof Token>[]> {
  const rows = await tx
    .selectFrom('identity.tokens')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(tokenOf)
}

export function tokenOf(row: Selectable<IdentityTables['identity.tokens']>): z.input<typeof Token> {
  const isExpired = row.expires_at !== null && Date.parse(row.expires_at) <= nowMs()
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    rights: row.rights,
    organisationIds: row.organisation_ids,
    state: row.revoked_at ? 'revoked' : isExpired ? 'expired' : 'active',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }
}
