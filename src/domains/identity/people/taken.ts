import type { Tx } from '#kernel/database'
import type { WriteContext } from '#kernel/operations'
import type { IdentityTables } from '../tables.ts'
import { hourly } from './hourly.ts'

/** Addresses of people whom one does not see, met within the hour, before one has to wait. */
const met = hourly('taken', 10)

/**
 * Writes an address, or says that it is taken. It is the name to sign in with, one for the whole of Vigie, so that who may
 * invite learns that somebody somewhere has it (docs/decisions/0010): in the same words whoever that is, and seldom.
 * @throws Problem `already-exists`; `too-many-requests` for who met too many people of others
 */
export async function writeAddress(
  tx: Tx<IdentityTables>,
  email: string,
  context: WriteContext,
  write: () => Promise<unknown>,
): Promise<void> {
  const caller = context.person.id
  await met.refuseMore(tx, caller)
  const rows = tx.selectFrom('identity.people').select('id').where('email', '=', email)
  const isSeen = (await rows.executeTakeFirst()) !== undefined
  try {
    await write()
  } catch (error) {
    const isTaken = (error as { constraint?: string }).constraint === 'people_email_key'
    if (isTaken && !isSeen) context.ifRefused((apart) => met.count(apart, caller))
    throw error
  }
}
