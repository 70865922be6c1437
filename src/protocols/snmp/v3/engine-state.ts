import type { EngineView } from './message.ts'

/** RFC 3414, 2.2.3: messages older than this are refused. */
const windowSeconds = 150

/**
 * What is known of the engine behind one address: cloned devices share an engine identifier, so this is kept by
 * address and not by identifier.
 */
export interface EngineState {
  /** Identity and time as they should be now; an empty identity before discovery. */
  view(): EngineView
  discover(said: EngineView): void
  /** Takes over the engine's clock, as a signed report tells it. */
  follow(said: EngineView): void
  /** Whether a signed message is of the present, and not an old one sent again; follows the engine's clock forward. */
  accept(said: EngineView): boolean
}

export function createEngineState(): EngineState {
  let id: Buffer = Buffer.alloc(0)
  let boots = 0
  let time = 0
  let at = 0
  const elapsed = () => Math.floor((performance.now() - at) / 1000)
  const set = (said: EngineView) => {
    boots = said.boots
    time = said.time
    at = performance.now()
  }
  return {
    view: () => ({ id, boots, time: id.length > 0 ? time + elapsed() : 0 }),
    discover(said) {
      id = said.id
      set(said)
    },
    follow: set,
    accept(said) {
      const present = time + elapsed()
      if (said.boots < boots || (said.boots === boots && said.time < present - windowSeconds)) return false
      if (said.boots > boots || said.time > time) set(said)
      return true
    },
  }
}
