import { startChild, type ChildEnd } from './child.ts'
import { readLooped } from './fping-lines.ts'
import type { IcmpMeans } from './means.ts'
import type { Ears, Rhythm } from './rhythm.ts'
import { createSilence, lookEveryMs } from './silence.ts'

/** One fping that pings its addresses until it is stopped. */
export interface FpingLoop {
  readonly pid: number | undefined
  /** Resolves once the process is gone. */
  readonly ended: Promise<ChildEnd>
  /** Nothing is told from here on. */
  stop(): void
}

/**
 * Is asked along with the others: it always answers, so that a silent fping is known to be stuck, and its line is what ends
 * an orphan (its reader is gone) where the kernel does not.
 */
const canary = '127.0.0.1'
/** So much between two packets at most, so that the first round of few addresses is over soon. */
const widestSpacingMs = 20

export function startFpingLoop(
  means: IcmpMeans,
  wanted: readonly string[],
  rhythm: Rhythm,
  onResult: Ears['onResult'],
): FpingLoop {
  const addresses = [canary, ...wanted.filter((address) => address !== canary)]
  const spacingMs = spacingOf(addresses.length, rhythm)
  const silence = createSilence(addresses, rhythm, spacingMs)
  const rounds = new Map<string, number>()
  let isStopped = false

  const child = startChild(means, loopArguments(rhythm, spacingMs), addresses.join('\n') + '\n', (line) => {
    const said = isStopped ? null : readLooped(line)
    if (!said || said.round <= (rounds.get(said.address) ?? -1)) return
    rounds.set(said.address, said.round)
    silence.heard(said.address)
    // Both are the machine's clock, which the owner's need not be.
    onResult(said.address, said.rttMs, Math.max(0, Date.now() - said.at))
  })

  const roundMs = rhythm.intervalMs + rhythm.timeoutMs
  const watch = setInterval(() => {
    const isStuck = silence.quietMs() > 3 * roundMs
    if (isStuck) return child.stop()
    const lost = silence.overdue()
    if (silence.quietMs() > 2 * roundMs) return
    for (const address of lost) onResult(address, null, 0)
  }, lookEveryMs(rhythm))
  void child.ended.then(() => clearInterval(watch))

  return {
    pid: child.pid,
    ended: child.ended,
    stop() {
      isStopped = true
      clearInterval(watch)
      child.stop()
    },
  }
}

/** A shard's packets take half of the interval: on a busy machine each leaves late, and fping would stretch the interval. */
function spacingOf(count: number, { intervalMs }: Rhythm): number {
  const spacing = Math.min(widestSpacingMs, (0.5 * intervalMs) / count)
  return Math.max(0.01, Math.floor(spacing * 100) / 100)
}

function loopArguments({ intervalMs, timeoutMs }: Rhythm, spacingMs: number): string[] {
  return ['-l', '-D', '-p', `${intervalMs}`, '-t', `${timeoutMs}`, '-i', `${spacingMs}`]
}
