/**
 * How many variables one device takes in a packet, learned from what it answered: grown by half while all goes well;
 * after a failure, by halves of what is left below it. A failure is forgotten after a day, as firmware changes.
 */
export interface Limit {
  /** How many to ask for now. */
  readonly value: number
  /** Sizes to try, one an attempt: silence at a size that never worked may mean that it is too large. */
  ladder(size: number, attempts: number): number[]
  fits(size: number): void
  tooLarge(size: number): void
  /** What worked is silent now: the next attempts go down again. */
  distrust(): void
}

const forgetMs = 86_400_000

export function createLimit(start: number, most: number): Limit {
  let value = start
  let proven = 0
  let ceiling = Infinity
  let ceilingAt = 0

  return {
    get value() {
      return value
    },
    ladder(size, attempts) {
      const sizes = Array.from({ length: attempts }, () => size)
      if (size <= proven || attempts < 2) return sizes
      sizes[attempts - 1] = 1
      if (attempts > 2) sizes[attempts - 2] = Math.ceil(size / 2)
      return sizes
    },
    fits(size) {
      if (size > proven) proven = size
      if (size < value) return
      if (performance.now() - ceilingAt > forgetMs) ceiling = Infinity
      const room = ceiling - 1 - value
      value = Math.min(most, value + Math.min(Math.ceil(value / 2), Math.max(0, Math.ceil(room / 2))))
    },
    tooLarge(size) {
      ceiling = Math.max(2, size)
      ceilingAt = performance.now()
      value = Math.min(value, Math.max(1, Math.floor(size / 2)))
      proven = Math.min(proven, value)
    },
    distrust() {
      proven = 0
    },
  }
}
