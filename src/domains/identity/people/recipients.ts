import { sql } from 'kysely'
import type { Language, Right } from '#kernel/access'
import { typed, type AnyTx } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'

export interface Recipient {
  id: string
  name: string
  email: string
  language: Language
}

/**
 * The active people who hold a right over an organisation, or over one of its places (a site's id) where that is given.
 * Not narrowed to what the transaction may see: whom an alert is told to is not the teller's affair.
 */
export async function recipients(
  given: AnyTx,
  scope: { right: Right; organisationId: string; placeId?: string | null },
): Promise<Recipient[]> {
  const { right, organisationId, placeId = null } = scope
  const { rows } = await sql<Recipient>`
    select id, name, email, language
    from identity.recipients_of(${right}, ${organisationId}::uuid, ${placeId}::uuid)`.execute(
    typed<IdentityTables>(given),
  )
  return rows
}

/** Whom a mail about an account goes to; undefined where nobody may get one any more. */
export async function addressee(
  given: AnyTx,
  personId: string,
): Promise<(Recipient & { organisationId: string | null }) | undefined> {
  return typed<IdentityTables>(given)
    .selectFrom('identity.people')
    .select(['id', 'name', 'email', 'language', 'organisation_id as organisationId'])
    .where('id', '=', personId)
    .where('state', '!=', 'disabled')
    .executeTakeFirst()
}
