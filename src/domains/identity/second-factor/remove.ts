import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { personChanged } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/** Takes the second factor from an account, with what the journal and the others hear of it. */
export async function removeSecondFactor(
  tx: Tx<IdentityTables>,
  person: { id: string; organisation_id: string | null },
  context: WriteContext,
): Promise<void> {
  const removed = await tx
    .deleteFrom('identity.second_factors')
    .where('person_id', '=', person.id)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noSecondFactor()
  context.about({ changes: { secondFactor: [true, false] } })
  context.emit(personChanged(person.organisation_id, { id: person.id, changed: ['secondFactor'] }))
}

export const noSecondFactor = () => new Problem('conflict', { reason: 'identity:problem.secondFactorNone' })
