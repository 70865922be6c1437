import { monotonicMs } from '#kernel/clock'
import { Problem } from '#kernel/errors'
import type { Context } from '#kernel/operations'

/** Links that one caller has mailed within the hour, before he has to wait. */
const mostMailed = 60
const hourMs = 3_600_000

/** When each caller had a link mailed. In memory, as for addresses that are taken: a start forgives. */
const mailed = new Map<string, number[]>()

/**
 * Counts a mail with a link that the caller has sent to an address of his choice: the house's mail server is nobody's means
 * to write to many.
 * @throws Problem `too-many-requests`, with Retry-After.
 */
export function countMail({ person }: Context): void {
  const times = (mailed.get(person.id) ?? []).filter((at) => monotonicMs() - at < hourMs)
  if (times.length >= mostMailed) {
    const seconds = Math.ceil((times[0]! + hourMs - monotonicMs()) / 1000)
    throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
  }
  mailed.set(person.id, [...times, monotonicMs()])
}
