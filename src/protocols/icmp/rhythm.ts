/** How often the addresses are asked, and how long an answer is waited for. */
export interface Rhythm {
  intervalMs: number
  /** At most the interval. */
  timeoutMs: number
}

/** What a way of asking tells its owner. */
export interface Ears {
  /** One ping is over: the round trip, or null when it was lost. `agoMs`: how long ago that became known. */
  onResult: (address: string, rttMs: number | null, agoMs: number) => void
  /** The program could not do its work; it is tried again after so long. */
  onFault: (fault: { message: string; retryInMs: number }) => void
}

/** A changing set of addresses that is asked for ever. */
export interface Rounds {
  add(address: string): void
  remove(address: string): void
  addresses(): Iterable<string>
  /** Resolves when no child is left. */
  close(): Promise<void>
}
