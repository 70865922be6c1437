/** Gathers names and hands them over together: at once the first time, then at most every `everyMs`. */
export function coalesce<T>(everyMs: number, hand: (names: T[]) => void): (names: readonly T[]) => void {
  const waiting = new Set<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (waiting.size === 0) return
    const names = [...waiting]
    waiting.clear()
    timer = setTimeout(flush, everyMs)
    hand(names)
  }
  return (names) => {
    for (const name of names) waiting.add(name)
    timer ??= setTimeout(flush, 0)
  }
}
