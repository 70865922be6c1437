import { createLimit, type Limit } from './limit.ts'
import { createQueue, type Queue } from './queue.ts'
import { createEngineState, type EngineState } from './v3/engine-state.ts'

/** What is known of the device behind one address and port, shared by all its sessions. */
export interface Device {
  readonly address: string
  readonly port: number
  readonly engine: EngineState
  readonly queue: Queue
  /** Variables in a GET. */
  readonly gets: Limit
  /** Variables in the answer to a GETBULK. */
  readonly bulks: Limit
  /** Whether GETBULK works: one system in thirteen only knows GETNEXT. */
  bulk: 'untried' | 'works' | 'fails'
  /** How often in a row GETNEXT had to step in for a silent GETBULK. */
  silentBulks: number
  /** Whether it ever answered. */
  hasAnswered: boolean
  /** The last time between a request and its answer; undefined before one. */
  rttMs: number | undefined
}

/** Small devices lose requests beyond this. */
const mostInFlight = 2
/** Beyond it some agents break off, whatever their packets hold. */
const mostInGet = 128
const mostInBulk = 100

export function createDevice(address: string, port: number): Device {
  return {
    address,
    port,
    engine: createEngineState(),
    queue: createQueue(mostInFlight),
    gets: createLimit(24, mostInGet),
    bulks: createLimit(20, mostInBulk),
    bulk: 'untried',
    silentBulks: 0,
    hasAnswered: false,
    rttMs: undefined,
  }
}
