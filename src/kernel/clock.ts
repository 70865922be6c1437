/**
 * The one source of time. Everything that is due compares rows with this clock, so that a test can move it:
 * a 45-minute escalation or a change to summer time then takes milliseconds to prove.
 */
let offsetMs = 0
const movedListeners = new Set<() => void>()

/** Milliseconds since the epoch. */
export function nowMs(): number {
  return Date.now() + offsetMs
}

export function now(): Date {
  return new Date(nowMs())
}

/** A clock for durations that never jumps, in milliseconds. */
export function monotonicMs(): number {
  return performance.now()
}

/** Moves time forward (or back). Only the control socket of a program started for tests, and tests, call this. */
export function moveClock(byMs: number): void {
  offsetMs += byMs
  for (const listener of movedListeners) listener()
}

/** Calls back whenever time was moved; returns the way to stop. */
export function onClockMoved(listener: () => void): () => void {
  movedListeners.add(listener)
  return () => movedListeners.delete(listener)
}

/** Resolves after a real delay, at once when the signal aborts. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, { once: true })
  })
}
