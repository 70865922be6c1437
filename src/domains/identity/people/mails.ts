import type { AnyTx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import { hourly } from './hourly.ts'

/** Links that one caller has mailed within the hour, before he has to wait. */
const mailed = hourly('mails', 60)

/**
 * Counts a mail with a link that the caller has sent to an address of his choice: the house's mail server is nobody's means
 * to write to many.
 * @throws Problem `too-many-requests`, with Retry-After.
 */
export async function countMail(tx: AnyTx, { person }: Context): Promise<void> {
  await mailed.refuseMore(tx, person.id)
  await mailed.count(tx, person.id)
}
