/** Where a value has none beside it: no line leads to it, so that it must be drawn as a point. */
export function lonely(values: ArrayLike<number | null | undefined>): number[] {
  const isThere = (at: number) => (values[at] ?? null) !== null
  return Array.from(values, (_, at) => at).filter((at) => isThere(at) && !isThere(at - 1) && !isThere(at + 1))
}
