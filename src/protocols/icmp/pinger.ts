import { assertAddress } from './address.ts'
import { createFpingRounds } from './fping-rounds.ts'
import { icmpMeans, type FpingMissing, type IcmpMeans, type IcmpWay } from './means.ts'
import { createPingRounds } from './ping-rounds.ts'
import type { Ears, Rhythm, Rounds } from './rhythm.ts'

export interface PingResult {
  address: string
  /** When the answer came, or when the ping was given up. */
  at: Date
  /** The round trip in milliseconds; null: lost. */
  rttMs: number | null
}

export interface PingerOptions {
  intervalMs: number
  /** How long an answer is waited for; never longer than the interval. */
  timeoutMs: number
  onResult: (result: PingResult) => void
  /** The program that asks died or could not start; results pause until it runs again. */
  onFault?: Ears['onFault']
  now: () => Date
  means?: IcmpMeans
}

/** Pings a changing set of addresses, each once an interval. */
export interface Pinger {
  readonly way: IcmpWay
  /** Why the way is not fping; null when it is. */
  readonly missing: FpingMissing | null
  /** All of these throw a TypeError for what is no IP address, before anything is changed. */
  add(address: string): void
  remove(address: string): void
  /** Adds and removes so that exactly these are followed. */
  set(addresses: Iterable<string>): void
  /** Resolves when no child is left; nothing is told from the call on. */
  close(): Promise<void>
}

/** Starts with no address. Without fping and ping it follows addresses and never tells a thing: see `way`. */
export function createPinger(options: PingerOptions): Pinger {
  const { means = icmpMeans(), now } = options
  let isClosed = false
  const rounds = roundsOf(means, rhythmOf(options), {
    onResult(address, rttMs, agoMs) {
      if (isClosed) return
      options.onResult({ address, at: new Date(now().getTime() - agoMs), rttMs })
    },
    onFault(fault) {
      if (!isClosed) options.onFault?.(fault)
    },
  })
  return {
    way: means.way,
    missing: means.missing,
    add(address) {
      assertAddress(address)
      if (!isClosed) rounds.add(address)
    },
    remove: (address) => rounds.remove(address),
    set(addresses) {
      const wanted = new Set(addresses)
      for (const address of wanted) assertAddress(address)
      if (isClosed) return
      for (const address of rounds.addresses()) if (!wanted.has(address)) rounds.remove(address)
      for (const address of wanted) rounds.add(address)
    },
    close() {
      isClosed = true
      return rounds.close()
    },
  }
}

function rhythmOf({ intervalMs, timeoutMs }: PingerOptions): Rhythm {
  if (!(intervalMs > 0 && timeoutMs > 0)) throw new RangeError('intervalMs and timeoutMs must be above 0')
  return { intervalMs: Math.round(intervalMs), timeoutMs: Math.round(Math.min(timeoutMs, intervalMs)) }
}

function roundsOf(means: IcmpMeans, rhythm: Rhythm, ears: Ears): Rounds {
  if (means.way === 'fping') return createFpingRounds(means, rhythm, ears)
  if (means.way === 'ping') return createPingRounds(means, rhythm, ears)
  return createNoRounds()
}

function createNoRounds(): Rounds {
  const followed = new Set<string>()
  return {
    add: (address) => void followed.add(address),
    remove: (address) => void followed.delete(address),
    addresses: () => followed,
    close: () => Promise.resolve(),
  }
}
