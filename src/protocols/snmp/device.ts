import { SnmpError } from './error.ts'
import { createEngineState, type EngineState } from './v3/engine-state.ts'

/** What is learned of one device: how much it takes at once, and its place in the queue. */
export interface DeviceState {
  engine: EngineState
  /** Runs when fewer than two requests of this device are under way. */
  inTurn<T>(run: () => Promise<T>): Promise<T>
  oidsPerPacket(): number
  grow(fitted: number): void
  shrink(tried: number): void
  /** A packet of many that was not answered may have been too large: smaller ones are tried before giving up. */
  shrinkAfter(error: unknown, tried: number): undefined
  takesBulk(): boolean
  repetitions(): number
  moreRepetitions(): void
  /** @returns false where it cannot be fewer */
  fewerRepetitions(): boolean
  /** A first GETBULK that is not answered: some devices know none (RFC 3416 notwithstanding). */
  withoutBulkAfter(error: unknown, usedBulk: boolean): undefined
}

const mostInFlight = 2
const mostOids = 128
const mostRepetitions = 50

export function createDeviceState(): DeviceState {
  let oids = 20
  let oidLimit = mostOids
  let repetitions = 10
  let repetitionLimit = mostRepetitions
  let bulk: 'untried' | 'works' | 'fails' = 'untried'
  let inFlight = 0
  const waiting: (() => void)[] = []

  const shrink = (tried: number) => {
    oidLimit = Math.max(1, Math.floor(tried / 2))
    oids = oidLimit
  }

  return {
    engine: createEngineState(),
    async inTurn(run) {
      while (inFlight >= mostInFlight) await new Promise<void>((resolve) => waiting.push(resolve))
      inFlight += 1
      try {
        return await run()
      } finally {
        inFlight -= 1
        waiting.shift()?.()
      }
    },
    oidsPerPacket: () => oids,
    grow(fitted) {
      if (fitted >= oids && oids < oidLimit) oids = Math.min(oidLimit, Math.ceil(oids * 1.5))
    },
    shrink,
    shrinkAfter(error, tried) {
      if (!(error instanceof SnmpError) || error.code !== 'timeout' || tried <= 20) throw error
      shrink(tried)
      return undefined
    },
    takesBulk: () => bulk !== 'fails',
    repetitions: () => repetitions,
    moreRepetitions() {
      bulk = 'works'
      repetitions = Math.min(repetitionLimit, repetitions + 5)
    },
    fewerRepetitions() {
      if (repetitions <= 1) return false
      repetitionLimit = Math.max(1, Math.floor(repetitions / 2))
      repetitions = repetitionLimit
      return true
    },
    withoutBulkAfter(error, usedBulk) {
      const isTimeout = error instanceof SnmpError && error.code === 'timeout'
      if (!isTimeout || !usedBulk) throw error
      if (bulk === 'works') {
        // It worked before: the packet was too large, or the device is gone; a small one tells.
        if (repetitions <= 1) throw error
        repetitionLimit = Math.max(1, Math.floor(repetitions / 4))
        repetitions = repetitionLimit
      } else bulk = 'fails'
      return undefined
    },
  }
}
