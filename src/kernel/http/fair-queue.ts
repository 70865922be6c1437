import { Problem } from '../errors.ts'

export interface FairQueue {
  /**
   * Runs it when its turn comes: lanes take turns, each in its own order.
   * @throws Problem `too-many-requests`, with Retry-After, where there is no room, or no turn in time.
   */
  run<R>(lane: string, work: () => Promise<R>): Promise<R>
}

interface Limits {
  /** How many run at once. */
  atOnce: number
  /** How many of one lane wait. */
  mostOfLane: number
  /** How many wait in all. Where it is full, a shorter lane takes the place of the last one of the longest. */
  mostOfAll: number
  patienceMs: number
}

interface Waiting {
  start(): void
  refuse(): void
}

/** A queue with an end, in which who asks much makes only himself wait. */
export function fairQueue({ atOnce, mostOfLane, mostOfAll, patienceMs }: Limits): FairQueue {
  /** In the order of their turns. */
  const lanes = new Map<string, Waiting[]>()
  let running = 0
  let waiting = 0

  const leave = (lane: string, one: Waiting) => {
    const others = lanes.get(lane)?.filter((other) => other !== one) ?? []
    if (others.length > 0) lanes.set(lane, others)
    else lanes.delete(lane)
    waiting -= 1
  }

  function startNext(): void {
    const next = lanes.entries().next().value
    if (!next || running >= atOnce) return
    const [lane, [first, ...others]] = next
    lanes.delete(lane)
    if (others.length > 0) lanes.set(lane, others)
    waiting -= 1
    first!.start()
  }

  function makeRoom(lane: string): void {
    const own = lanes.get(lane)?.length ?? 0
    if (own >= mostOfLane) throw wait(patienceMs)
    if (waiting < mostOfAll) return
    const [longest, those] = [...lanes].reduce((a, b) => (b[1].length > a[1].length ? b : a))
    if (those.length <= own + 1) throw wait(patienceMs)
    const last = those.at(-1)!
    leave(longest, last)
    last.refuse()
  }

  function turn(lane: string): Promise<void> {
    makeRoom(lane)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const refuse = () => {
      clearTimeout(late)
      reject(wait(patienceMs))
    }
    const one: Waiting = {
      start() {
        clearTimeout(late)
        running += 1
        resolve()
      },
      refuse,
    }
    const late = setTimeout(() => {
      leave(lane, one)
      refuse()
    }, patienceMs)
    lanes.set(lane, [...(lanes.get(lane) ?? []), one])
    waiting += 1
    startNext()
    return promise
  }

  return {
    async run(lane, work) {
      await turn(lane)
      try {
        return await work()
      } finally {
        running -= 1
        startNext()
      }
    },
  }
}

const wait = (ms: number) =>
  new Problem('too-many-requests', { headers: { 'retry-after': String(Math.ceil(ms / 1_000)) } })
