import type { Rhythm } from './rhythm.ts'

/**
 * Finds the losses that fping 5.1 keeps to itself: in its loop it writes `timed out` for an answer that does not come, but
 * not a word where the request could not even leave (no route, forbidden by a firewall).
 */
export interface Silence {
  /** A line about this address came. */
  heard(address: string): void
  /** Milliseconds since anything at all was heard, or since the start. */
  quietMs(): number
  /** The addresses of which a ping is lost without a word; each counts as heard from then on. To be called regularly. */
  overdue(): string[]
}

/** Slowness of this machine that is not yet a loss. */
const leastSlackMs = 500
/** Timers are never exact: only more than this is being held up. */
const jitterMs = 50

/** How often `overdue` wants to be called. */
export function lookEveryMs({ intervalMs }: Rhythm): number {
  return Math.min(1_000, intervalMs / 2)
}

/** The first ping of each address leaves one spacing after that of the address before it. */
export function createSilence(
  addresses: readonly string[],
  rhythm: Rhythm,
  spacingMs: number,
  nowMs: () => number = () => performance.now(),
): Silence {
  const startMs = nowMs()
  const allowedMs = rhythm.intervalMs + rhythm.timeoutMs + Math.max(leastSlackMs, rhythm.intervalMs / 4)
  const heardMs = new Map(
    addresses.map((address, index) => [address, startMs + index * spacingMs - rhythm.intervalMs]),
  )
  let anyMs = startMs
  let lookedMs = startMs

  return {
    heard(address) {
      anyMs = nowMs()
      if (heardMs.has(address)) heardMs.set(address, anyMs)
    },
    quietMs: () => nowMs() - anyMs,
    overdue() {
      const now = nowMs()
      // We were held up ourselves, and the lines that came meanwhile are still unread.
      const lateMs = now - lookedMs - lookEveryMs(rhythm)
      const heldUpMs = lateMs > jitterMs ? lateMs : 0
      lookedMs = now
      const lost: string[] = []
      for (const [address, at] of heardMs) {
        const since = at + heldUpMs
        if (now - since <= allowedMs) {
          if (heldUpMs > 0) heardMs.set(address, since)
          continue
        }
        lost.push(address)
        heardMs.set(address, since + rhythm.intervalMs)
      }
      return lost
    },
  }
}
