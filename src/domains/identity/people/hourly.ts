import { monotonicMs } from '#kernel/clock'
import { Problem } from '#kernel/errors'

const hourMs = 3_600_000

/** What each caller may do so often within an hour. */
export interface Hourly {
  /** @throws Problem `too-many-requests`, with Retry-After, for who has done it too often. */
  refuseMore(caller: string): void
  count(caller: string): void
}

/** Counted in memory, since what was refused is rolled back in the database: a start forgives. */
export function hourly(most: number): Hourly {
  const times = new Map<string, number[]>()
  const lately = (caller: string) => (times.get(caller) ?? []).filter((at) => monotonicMs() - at < hourMs)
  return {
    refuseMore(caller) {
      const [first, ...others] = lately(caller)
      if (first === undefined || others.length + 1 < most) return
      const seconds = Math.ceil((first + hourMs - monotonicMs()) / 1000)
      throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
    },
    count: (caller) => void times.set(caller, [...lately(caller), monotonicMs()]),
  }
}
