/** What a counter said, and when by a clock that never jumps. */
export interface Reading {
  count: bigint
  atMs: number
}

interface Between {
  isWide: boolean
  /** The device restarted in between. */
  restarted: boolean
  /** How much a second is possible; undefined where that is not known. */
  mostPerS: number | undefined
}

const narrowRange = 1n << 32n

/**
 * How much a second a counter grew between two readings, over the exact time between them; undefined where that cannot
 * be known. A 64-bit counter that went back was reset, never wrapped: it would take years. A 32-bit one wraps; it did so
 * only if the device did not restart and the rate is possible.
 */
export function ratePerSecond(before: Reading, after: Reading, between: Between): number | undefined {
  const seconds = (after.atMs - before.atMs) / 1_000
  if (seconds <= 0) return undefined
  let grown = after.count - before.count
  if (grown < 0n) {
    if (between.isWide || between.restarted) return undefined
    grown += narrowRange
  } else if (between.restarted) return undefined
  const rate = Number(grown) / seconds
  return between.mostPerS !== undefined && rate > between.mostPerS ? undefined : rate
}
