/** Runs what it is given, never more than so many at once, the longest waiting first. */
export function createLimit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // The place goes straight to the next: nobody who comes just now can take it.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
