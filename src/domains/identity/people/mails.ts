import type { Context } from '#kernel/operations'
import { hourly } from './hourly.ts'

/** Links that one caller has mailed within the hour, before he has to wait. */
const mailed = hourly(60)

/**
 * Counts a mail with a link that the caller has sent to an address of his choice: the house's mail server is nobody's means
 * to write to many.
 * @throws Problem `too-many-requests`, with Retry-After.
 */
export function countMail({ person }: Context): void {
  mailed.refuseMore(person.id)
  mailed.count(person.id)
}
