import type { IcmpMeans } from './means.ts'
import { pingByCommand } from './ping-command.ts'
import type { Ears, Rhythm, Rounds } from './rhythm.ts'

const processesAtOnce = 32

/**
 * Asks with a process of the system's `ping` for each packet. Where there are more addresses than that can do within the
 * interval, all are asked less often, and none is left out.
 */
export function createPingRounds(means: IcmpMeans, rhythm: Rhythm, ears: Ears): Rounds {
  /** In the order in which they are due, since all have the same interval. */
  const due = new Map<string, number>()
  const asking = new Set<Promise<void>>()
  const closing = new AbortController()
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    clearTimeout(timer)
    while (asking.size < processesAtOnce) {
      const [first] = due
      if (!first) return
      const [address, dueMs] = first
      const now = performance.now()
      if (dueMs > now) {
        timer = setTimeout(wake, Math.ceil(dueMs - now))
        return
      }
      due.delete(address)
      due.set(address, Math.max(dueMs, now - rhythm.intervalMs) + rhythm.intervalMs)
      const one = ask(address).then(() => {
        asking.delete(one)
        wake()
      })
      asking.add(one)
    }
  }

  async function ask(address: string): Promise<void> {
    try {
      const rttMs = await pingByCommand(means, address, {
        timeoutMs: rhythm.timeoutMs,
        signal: closing.signal,
      })
      if (due.has(address)) ears.onResult(address, rttMs, 0)
    } catch (error) {
      if (closing.signal.aborted) return
      ears.onFault({ message: String(error), retryInMs: rhythm.intervalMs })
    }
  }

  return {
    has: (address) => due.has(address),
    addresses: () => due.keys(),
    add(address) {
      if (due.has(address)) return
      const others = [...due]
      due.clear()
      due.set(address, performance.now())
      for (const [other, dueMs] of others) due.set(other, dueMs)
      timer ??= setTimeout(wake, 0)
      wake()
    },
    remove: (address) => void due.delete(address),
    async close() {
      clearTimeout(timer)
      due.clear()
      closing.abort()
      await Promise.all(asking)
    },
  }
}
