import type { IcmpMeans } from './means.ts'
import { pingByCommand } from './ping-command.ts'
import type { Ears, Rhythm, Rounds } from './rhythm.ts'

const processesAtOnce = 32

/**
 * Asks with a process of the system's `ping` for each packet. Where there are more addresses than that can do within the
 * interval, all are asked less often, and none is left out.
 */
export function createPingRounds(means: IcmpMeans, rhythm: Rhythm, ears: Ears): Rounds {
  /** When each is asked next; in that order, since all have the same interval and new ones come last. */
  const due = new Map<string, number>()
  const running = new Set<Promise<void>>()
  const closing = new AbortController()
  let timer: NodeJS.Timeout | undefined

  function askWhatIsDue(): void {
    clearTimeout(timer)
    timer = undefined
    while (running.size < processesAtOnce) {
      const [first] = due
      if (!first) return
      const [address, dueMs] = first
      const nowMs = performance.now()
      if (dueMs > nowMs) {
        timer = setTimeout(askWhatIsDue, Math.ceil(dueMs - nowMs))
        return
      }
      due.delete(address)
      due.set(address, Math.max(nowMs, dueMs + rhythm.intervalMs))
      start(address)
    }
  }

  function start(address: string): void {
    const one: Promise<void> = ask(address).finally(() => {
      running.delete(one)
      askWhatIsDue()
    })
    running.add(one)
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
    addresses: () => due.keys(),
    add(address) {
      if (due.has(address)) return
      // The next interval's turn keeps the order; the first ping comes ahead of it.
      due.set(address, performance.now() + rhythm.intervalMs)
      if (running.size < processesAtOnce) start(address)
      timer ??= setTimeout(askWhatIsDue, rhythm.intervalMs)
    },
    remove: (address) => void due.delete(address),
    async close() {
      due.clear()
      closing.abort()
      await Promise.all(running)
      clearTimeout(timer)
    },
  }
}
