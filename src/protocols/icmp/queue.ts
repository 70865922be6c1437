/** Hands values from callbacks to one asynchronous reader. */
export interface Queue<T> {
  push(value: T): void
  end(): void
  /** The reader gets all that came before, then this error. */
  fail(error: unknown): void
  read(): AsyncGenerator<T, void, undefined>
}

export function createQueue<T>(): Queue<T> {
  let waiting: T[] = []
  let isOver = false
  let failure: { error: unknown } | undefined
  let wake = () => {}

  async function* read(): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const values = waiting
      waiting = []
      // Not `yield*`: over an empty list it would still wait, and a push meanwhile would wake nobody.
      for (const value of values) yield value
      if (values.length > 0) continue
      if (failure) throw failure.error
      if (isOver) return
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  return {
    push(value) {
      waiting.push(value)
      wake()
    },
    end() {
      isOver = true
      wake()
    },
    fail(error) {
      failure = { error }
      wake()
    },
    read,
  }
}
