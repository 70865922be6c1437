/** What a counter said, and when by a clock that never jumps. */
export interface Reading {
  count: bigint
  atMs: number
}

export interface Between {
  /**
   * Whether a counter that went back may have reached its end of 32 bits. One of 64 bits would take years; one that is
   * near zero all its life and that people clear by hand (errors) was cleared, and a turn without a value costs nothing.
   */
  wraps: boolean
  /** The device restarted in between. */
  restarted: boolean
  /** How much a second is possible; undefined where that is not known. */
  mostPerS: number | undefined
}

const narrowRange = 1n << 32n

/**
 * How much a second a counter grew between two readings, over the exact time between them; undefined where that cannot
 * be known. One that went back wrapped only if it may, the device did not restart and the rate is possible; otherwise it
 * was reset.
 */
export function ratePerSecond(before: Reading, after: Reading, between: Between): number | undefined {
  const seconds = (after.atMs - before.atMs) / 1_000
  if (seconds <= 0) return undefined
  let grown = after.count - before.count
  if (grown < 0n) {
    if (!between.wraps || between.restarted) return undefined
    grown += narrowRange
    // Further back than 32 bits reach: it was never one of those.
    if (grown < 0n) return undefined
  } else if (between.restarted) return undefined
  const rate = Number(grown) / seconds
  return between.mostPerS !== undefined && rate > between.mostPerS ? undefined : rate
}
