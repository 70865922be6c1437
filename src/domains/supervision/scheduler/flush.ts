/** What gathers for a while and is then written together, one after the other. */
export interface Flush {
  /** Writes what will have gathered after so long; sooner where that was asked for before. */
  soon(afterMs: number): void
  /** Writes what is there now, once whatever is being written is done. */
  now(): Promise<void>
}

/** @param write takes what is there and writes it; what it cannot write it keeps, and asks for itself again. */
export function createFlush(write: () => Promise<void>): Flush {
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()

  async function once(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    await write()
  }

  function now(): Promise<void> {
    last = last.then(once, once)
    return last
  }

  return {
    soon(afterMs) {
      timer ??= setTimeout(() => void now(), afterMs)
    },
    now,
  }
}
