import { now } from '#kernel/clock'
import type { Log } from '#kernel/log'
import { createPinger, icmpMeans, pingOnce, type Pinger } from '#protocols/icmp/index'
import { pingTimeoutMs, type PingSource } from './pinging.ts'

export interface Pings extends PingSource {
  /** By which program, since when the start how many, and what went wrong with it last. */
  health(): { way: string; sent: number; lost: number; fault: string | null }
  stop(): Promise<void>
}

type Heard = Parameters<PingSource['watch']>[2]

/** Those who watch the addresses of one rhythm: several assets may share an address. */
interface Round {
  pinger: Pinger
  heard: Map<string, Set<Heard>>
}

/** One long-running pinger for each interval in use; pings besides go out on their own. */
export function createPings(log: Log): Pings {
  const rounds = new Map<number, Round>()
  const counts = { sent: 0, lost: 0 }
  let fault: string | null = null
  let stopped = false

  function count(rttMs: number | null): void {
    counts.sent += 1
    if (rttMs === null) counts.lost += 1
    else fault = null
  }

  function roundOf(intervalMs: number): Round {
    const before = rounds.get(intervalMs)
    if (before) return before
    const heard: Round['heard'] = new Map()
    const pinger = createPinger({
      intervalMs,
      timeoutMs: Math.min(pingTimeoutMs, intervalMs),
      now,
      onResult({ address, rttMs }) {
        count(rttMs)
        for (const one of heard.get(address) ?? []) one(rttMs, false)
      },
      onFault({ message, retryInMs }) {
        fault = message
        log.warn({ err: message, retryInMs }, 'pinging stopped; it is tried again')
      },
    })
    const made = { pinger, heard }
    rounds.set(intervalMs, made)
    return made
  }

  function leave(intervalMs: number, address: string, heard: Heard): void {
    const round = rounds.get(intervalMs)
    const those = round?.heard.get(address)
    if (!round || !those?.delete(heard) || those.size > 0) return
    round.heard.delete(address)
    round.pinger.remove(address)
    if (round.heard.size > 0) return
    rounds.delete(intervalMs)
    void round.pinger.close()
  }

  async function ask(address: string, heard: Heard, isWatched: () => boolean): Promise<void> {
    if (stopped || !isWatched()) return
    try {
      const rttMs = await pingOnce(address, { timeoutMs: pingTimeoutMs })
      count(rttMs)
      if (isWatched()) heard(rttMs, true)
    } catch (error) {
      // The regular round goes on judging.
      fault = (error as Error).message
    }
  }

  return {
    watch(address, everyMs, heard) {
      const round = roundOf(everyMs)
      const those = round.heard.get(address) ?? new Set()
      round.heard.set(address, those.add(heard))
      round.pinger.add(address)
      const isWatched = () => those.has(heard)
      return {
        soon: (afterMs) => void setTimeout(() => void ask(address, heard, isWatched), afterMs),
        end: () => leave(everyMs, address, heard),
      }
    },
    health: () => ({ way: icmpMeans().way, ...counts, fault }),
    async stop() {
      stopped = true
      await Promise.all([...rounds.values()].map((round) => round.pinger.close()))
      rounds.clear()
    },
  }
}
