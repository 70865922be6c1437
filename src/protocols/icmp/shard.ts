import { startFpingLoop, type FpingLoop } from './fping-loop.ts'
import type { IcmpMeans } from './means.ts'
import type { Ears, Rhythm } from './rhythm.ts'

/** Some of the addresses, asked by one fping that is started again when it dies. */
export interface Shard {
  /** Those whose results are wanted: at most those that fping asks. */
  readonly wanted: Set<string>
  /** Does the fping that runs ask this one? */
  asks(address: string): boolean
  /** Starts fping again without those that are no longer wanted. */
  prune(): void
  /** Resolves when no child is left. */
  stop(): Promise<void>
}

const [firstWaitMs, longestWaitMs] = [500, 30_000]
/** A process that lived so long was well: the next wait is the shortest again. */
const healthyMs = 60_000

export function startShard(
  means: IcmpMeans,
  addresses: readonly string[],
  rhythm: Rhythm,
  ears: Ears,
): Shard {
  const wanted = new Set(addresses)
  let asked = new Set<string>()
  let loop: FpingLoop | undefined
  let retry: NodeJS.Timeout | undefined
  let waitMs = firstWaitMs
  const leaving = new Set<Promise<unknown>>()

  function start(): void {
    asked = new Set(wanted)
    const startedMs = performance.now()
    const mine = startFpingLoop(means, [...asked], rhythm, (address, rttMs, agoMs) => {
      if (wanted.has(address)) ears.onResult(address, rttMs, agoMs)
    })
    loop = mine
    void mine.ended.then((end) => {
      if (loop !== mine) return
      loop = undefined
      if (performance.now() - startedMs > healthyMs) waitMs = firstWaitMs
      ears.onFault({ message: `fping: ${end.message || `exit code ${end.code}`}`, retryInMs: waitMs })
      retry = setTimeout(start, waitMs)
      waitMs = Math.min(longestWaitMs, waitMs * 2)
    })
  }

  function end(): void {
    clearTimeout(retry)
    if (!loop) return
    const old = loop
    loop = undefined
    old.stop()
    const gone: Promise<unknown> = old.ended.then(() => leaving.delete(gone))
    leaving.add(gone)
  }

  start()
  return {
    wanted,
    asks: (address) => asked.has(address),
    prune() {
      end()
      start()
    },
    async stop() {
      end()
      wanted.clear()
      await Promise.all(leaving)
    },
  }
}
