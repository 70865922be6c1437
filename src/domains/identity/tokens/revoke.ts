import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { tokenRevoked } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/** All tokens of a person: who takes an account over, or loses it, leaves nothing behind that still opens it. */
export async function revokeTokensOf(
  tx: Tx<IdentityTables>,
  person: { id: string; organisation_id: string | null },
  context: Pick<WriteContext, 'emit'>,
): Promise<void> {
  const revoked = await tx
    .updateTable('identity.tokens')
    .set({ revoked_at: now().toISOString() })
    .where('person_id', '=', person.id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of revoked)
    context.emit(tokenRevoked(person.organisation_id, { id, personId: person.id }))
}

/** From now on the token opens nothing. Revoking it again changes nothing. */
export async function revokeTokenOf(
  tx: Tx<IdentityTables>,
  person: { id: string; organisation_id: string | null },
  id: string,
  context: WriteContext,
): Promise<void> {
  const row = await tx
    .selectFrom('identity.tokens')
    .select(['name', 'revoked_at'])
    .where('id', '=', id)
    .where('person_id', '=', person.id)
    .forUpdate()
    .executeTakeFirst()
  const { name, revoked_at: before } = required(row)
  context.about({ subjectType: 'token', subjectId: id, subjectName: name })
  if (before) return
  await tx
    .updateTable('identity.tokens')
    .set({ revoked_at: now().toISOString() })
    .where('id', '=', id)
    .execute()
  context.emit(tokenRevoked(person.organisation_id, { id, personId: person.id }))
}
