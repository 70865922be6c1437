import type { Tx } from '#kernel/database'
import type { WriteContext } from '#kernel/operations'
import { sessionEnded } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/**
 * Ends sessions of a person: one, all, or all but one. Open streams notice at once.
 * @returns how many there were.
 */
export async function endSessions(
  tx: Tx<IdentityTables>,
  person: { id: string; organisation_id: string | null },
  which: { only?: string; except?: string | undefined },
  context: Pick<WriteContext, 'emit'>,
): Promise<number> {
  let rows = tx.deleteFrom('identity.sessions').where('person_id', '=', person.id)
  if (which.only) rows = rows.where('id', '=', which.only)
  if (which.except) rows = rows.where('id', '!=', which.except)
  const ended = await rows.returning('id').execute()
  for (const { id } of ended) context.emit(sessionEnded(person.organisation_id, { id, personId: person.id }))
  return ended.length
}
