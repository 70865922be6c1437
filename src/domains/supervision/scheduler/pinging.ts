import { nowMs } from '#kernel/clock'
import type { LiveAsset, LiveCheck, Observation } from './live.ts'

/** Pings addresses for as long as they are watched; several seconds apart, or soon where one asks. */
export interface PingSource {
  /** `heard` learns each outcome (null: lost), and whether that ping was sent besides. */
  watch(address: string, everyMs: number, heard: (rttMs: number | null, isBesides: boolean) => void): Watched
}

export interface Watched {
  soon(afterMs: number): void
  end(): void
}

/** How long an answer is waited for. */
export const pingTimeoutMs = 1_000

/** How far a ping may come from its moment and still be that moment's value. */
const toleranceSlots = 0.8

/**
 * Turns the answers to the pings of one address into observations on the check's grid. Pings come about every step: each
 * takes the slot after the one before unless it is clearly another's, so that a drift of milliseconds makes neither gaps
 * nor doubles.
 */
export function watchPing(
  source: PingSource,
  asset: LiveAsset & { address: string },
  check: LiveCheck,
  observe: (seen: Observation) => number | undefined,
): Watched {
  let last: number | undefined
  const nextSlot = (): number => {
    const exact = nowMs() / check.intervalMs
    const expected = last === undefined ? Math.floor(exact) : last + 1
    const isClose = exact > expected - toleranceSlots && exact < expected + 1 + toleranceSlots
    last = isClose ? expected : Math.floor(exact)
    return last
  }
  const watched = source.watch(asset.address, check.intervalMs, (rttMs, isBesides) => {
    const retryMs = observe({
      asset,
      check,
      // What was sent in doubt is judged and not stored.
      slot: isBesides ? undefined : nextSlot(),
      answered: rttMs !== null,
      values: [
        { metric: 'ping.loss', component: '', value: rttMs === null ? 100 : 0 },
        ...(rttMs === null ? [] : [{ metric: 'ping.rtt', component: '', value: Number(rttMs.toFixed(2)) }]),
      ],
    })
    if (retryMs === undefined) return
    // A loss was waited for already: the next ping leaves as long after the lost one as after an answer.
    watched.soon(rttMs === null ? Math.max(0, retryMs - pingTimeoutMs) : retryMs)
  })
  return watched
}
