import { setTimeout as delay } from 'node:timers/promises'
import { assertAddress } from './address.ts'
import { askBatch } from './fping-batch.ts'
import { icmpMeans, type IcmpMeans } from './means.ts'
import { pingByCommand } from './ping-command.ts'
import { createQueue } from './queue.ts'

export interface Answer {
  address: string
  /** The round trip, in milliseconds. */
  rttMs: number
}

export interface SweepOptions {
  /**
   * The most that leave in any second, second tries included. Where several sweeps share what may leave, a function says
   * it anew every few seconds; nothing leaves while it waits.
   */
  packetsPerSecond: number | (() => Promise<number>)
  /** For each of the two tries. */
  timeoutMs: number
  /** Ends the children; the iteration then throws the signal's reason. */
  signal?: AbortSignal
  /** How many addresses are decided so far: they answered, or both tries were lost. */
  onAsked?: (count: number) => void
  means?: IcmpMeans
}

/** So long does one fping run, about: its last answers are waited for before the next starts. */
const batchSeconds = 15
/** Where the pace is shared: so long others wait at most until it is shared out anew. */
const sharedSeconds = 5
const [smallestBatch, largestBatch] = [4, 4_096]
const processesAtOnce = 32

/**
 * Asks each address once, those that stay silent a second time, and yields those that answer, in no particular order.
 * Uses fping, else the system's ping; yields nothing on a machine that has neither (`icmpMeans().way` is 'none').
 * Throws a TypeError for what is no address, and an Error when the program could not do its work.
 */
export async function* sweep(
  addresses: Iterable<string>,
  options: SweepOptions,
): AsyncGenerator<Answer, void, undefined> {
  const { signal, means = icmpMeans() } = options
  if (typeof options.packetsPerSecond === 'number' && !(options.packetsPerSecond > 0))
    throw new RangeError('packetsPerSecond must be above 0')
  signal?.throwIfAborted()
  if (means.way === 'none') return
  // Ends what runs also when the reader leaves its loop early.
  const leaving = new AbortController()
  const either = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal
  const queue = createQueue<Answer>()
  const ask = means.way === 'fping' ? askByBatches : askOneByOne
  const asking = ask(addresses, { ...options, means, signal: either }, queue.push).then(queue.end, queue.fail)
  try {
    yield* queue.read()
  } finally {
    leaving.abort()
    await asking
  }
}

type Ask = (
  addresses: Iterable<string>,
  options: SweepOptions & { means: IcmpMeans; signal: AbortSignal },
  answered: (answer: Answer) => void,
) => Promise<void>

const askByBatches: Ask = async (addresses, options, answered) => {
  const { paceOf, seconds } = paceIn(options)
  const left = inTurn(addresses)
  let asked = 0
  /** Those that did not answer in the batch before: their second try goes along with the first tries of others. */
  let again = new Set<string>()
  for (;;) {
    const pace = await paceOf()
    const spacingMs = 1_000 / pace
    const size = Math.min(largestBatch, Math.max(smallestBatch, Math.floor(pace * seconds)))
    const batch = fill(again, left, size)
    if (batch.size === 0) return
    const tried = again
    again = new Set()
    await askBatch(options.means, {
      ...options,
      addresses: [...batch],
      spacingMs,
      onDecided(address, rttMs) {
        if (rttMs === null && !tried.has(address)) return void again.add(address)
        asked += 1
        if (rttMs !== null) answered({ address, rttMs })
        options.onAsked?.(asked)
      },
    })
    // The last packet of one batch and the first of the next are two packets as well.
    await delay(Math.ceil(spacingMs), undefined, { signal: options.signal })
  }
}

const askOneByOne: Ask = async (addresses, options, answered) => {
  const takeTurn = createTurns(paceIn(options), options.signal)
  const left = inTurn(addresses)
  let asked = 0
  async function work(): Promise<void> {
    for (let next = left.next(); !next.done; next = left.next()) {
      let rttMs: number | null = null
      for (let tries = 0; tries < 2 && rttMs === null; tries += 1) {
        await takeTurn()
        rttMs = await pingByCommand(options.means, next.value, options)
      }
      asked += 1
      if (rttMs !== null) answered({ address: next.value, rttMs })
      options.onAsked?.(asked)
    }
  }
  await Promise.all(Array.from({ length: processesAtOnce }, work))
}

interface Pace {
  paceOf: () => Promise<number>
  /** For how long what it says holds. */
  seconds: number
}

function paceIn({ packetsPerSecond }: SweepOptions): Pace {
  return typeof packetsPerSecond === 'number'
    ? { paceOf: () => Promise.resolve(packetsPerSecond), seconds: batchSeconds }
    : { paceOf: packetsPerSecond, seconds: sharedSeconds }
}

/** Resolves one caller after the other, never two within the spacing of the moment. */
function createTurns({ paceOf, seconds }: Pace, signal: AbortSignal): () => Promise<void> {
  let [nextMs, spacingMs, holdsUntilMs] = [0, 0, 0]
  let last = Promise.resolve()
  async function turn(): Promise<void> {
    if (performance.now() >= holdsUntilMs) {
      spacingMs = 1_000 / (await paceOf())
      holdsUntilMs = performance.now() + seconds * 1_000
    }
    await delay(Math.ceil(Math.max(0, nextMs - performance.now())), undefined, { signal })
    nextMs = performance.now() + spacingMs
  }
  return () => (last = last.then(turn))
}

/** These, and as many more as there is room for. */
function fill(first: ReadonlySet<string>, more: Iterator<string>, size: number): Set<string> {
  const batch = new Set(first)
  while (batch.size < size) {
    const next = more.next()
    if (next.done) break
    batch.add(next.value)
  }
  return batch
}

function* inTurn(addresses: Iterable<string>): Generator<string, void, undefined> {
  for (const address of addresses) {
    assertAddress(address)
    yield address
  }
}
