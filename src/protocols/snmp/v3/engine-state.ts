/** RFC 3414, 2.2.3: messages older than this are refused. */
const windowSeconds = 150

/** Identity and time of an engine, as a message states them. */
export interface EngineView {
  id: Buffer
  boots: number
  time: number
}

/**
 * What is known of the engine behind one address: cloned devices share an engine identifier, so this is kept by
 * address and not by identifier.
 */
export interface EngineState {
  /** Identity and time as they should be now; an empty identity before discovery. */
  view(): EngineView
  /** Whether a signed message has confirmed identity and time. What is not signed moves neither after that. */
  isConfirmed(): boolean
  /** Takes over what an unsigned report says. It only decides how the next request is made, never what is believed. */
  discover(said: EngineView): void
  /** Takes over the engine's clock, from a signed report to a request of now: also backwards, after a loss of boots. */
  follow(said: EngineView): void
  /** Whether a signed message is of the present, and not an old one sent again; follows the engine's clock forward. */
  accept(said: EngineView): boolean
}

export function createEngineState(): EngineState {
  let id: Buffer = Buffer.alloc(0)
  let boots = 0
  let time = 0
  let at = 0
  let isConfirmed = false
  const elapsed = () => Math.floor((performance.now() - at) / 1_000)
  const set = (said: EngineView) => {
    boots = said.boots
    time = said.time
    at = performance.now()
  }
  return {
    view: () => ({ id, boots, time: id.length > 0 ? time + elapsed() : 0 }),
    isConfirmed: () => isConfirmed,
    discover(said) {
      // A copy: the identity outlives the packet that it came in.
      id = Buffer.from(said.id)
      isConfirmed = false
      set(said)
    },
    follow(said) {
      isConfirmed = true
      set(said)
    },
    accept(said) {
      const present = time + elapsed()
      const isOld = said.boots < boots || (said.boots === boots && said.time < present - windowSeconds)
      if (isConfirmed && isOld) return false
      if (!isConfirmed || said.boots > boots || said.time > time) set(said)
      isConfirmed = true
      return true
    },
  }
}
