import type { IcmpMeans } from './means.ts'
import type { Ears, Rhythm, Rounds } from './rhythm.ts'
import { startShard, type Shard } from './shard.ts'

/** One raw socket hears the answers to all: twice the processes are twice the work for the same answers. */
const largestShard = 1_000
/** Additions that come together start together. */
const gatherMs = 250

/**
 * Spreads the addresses over fping processes, whose lists cannot change while they run. New ones get a process of their
 * own, into which only shards no larger than it are merged (the logarithmic method of Bentley and Saxe, 1980): an address
 * is started again a dozen times at most while thousands join one by one, and large shards never for a few.
 * Those that leave are silenced at once, and no longer asked after a little more than two rounds.
 */
export function createFpingRounds(means: IcmpMeans, rhythm: Rhythm, ears: Ears): Rounds {
  const homes = new Map<string, Shard | null>()
  const shards = new Set<Shard>()
  const stale = new Set<Shard>()
  const leaving = new Set<Promise<unknown>>()
  let gathering: NodeJS.Timeout | undefined
  let pruning: NodeJS.Timeout | undefined
  // A full round at least, or a shard from which one leaves every second would never finish one.
  const pruneMs = 2 * (rhythm.intervalMs + rhythm.timeoutMs)

  function stop(shard: Shard): void {
    shards.delete(shard)
    stale.delete(shard)
    const gone: Promise<unknown> = shard.stop().then(() => leaving.delete(gone))
    leaving.add(gone)
  }

  function settle(): void {
    gathering = undefined
    const fresh = [...homes].filter(([, home]) => home === null).map(([address]) => address)
    for (const shard of [...shards].sort((a, b) => a.wanted.size - b.wanted.size)) {
      if (shard.wanted.size > fresh.length || shard.wanted.size + fresh.length > largestShard) break
      fresh.push(...shard.wanted)
      stop(shard)
    }
    for (let from = 0; from < fresh.length; from += largestShard) {
      const part = fresh.slice(from, from + largestShard)
      const shard = startShard(means, part, rhythm, ears)
      shards.add(shard)
      for (const address of part) homes.set(address, shard)
    }
  }

  function prune(): void {
    pruning = undefined
    for (const shard of stale) {
      stale.delete(shard)
      if (shard.wanted.size === 0) stop(shard)
      else shard.prune()
    }
  }

  return {
    addresses: () => homes.keys(),
    add(address) {
      if (homes.has(address)) return
      // It left a moment ago and is still being asked.
      const before = [...stale].find((shard) => shard.asks(address))
      before?.wanted.add(address)
      homes.set(address, before ?? null)
      if (!before) gathering ??= setTimeout(settle, gatherMs)
    },
    remove(address) {
      const home = homes.get(address)
      homes.delete(address)
      if (!home) return
      home.wanted.delete(address)
      stale.add(home)
      pruning ??= setTimeout(prune, pruneMs)
    },
    async close() {
      clearTimeout(gathering)
      clearTimeout(pruning)
      homes.clear()
      for (const shard of shards) stop(shard)
      await Promise.all(leaving)
    },
  }
}
