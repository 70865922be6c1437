export interface Statistics {
  last: number | null
  min: number | null
  max: number | null
  /** The 95th percentile, by the nearest rank: what operators bill by. */
  p95: number | null
}

/** Over the values that are there. */
export function statisticsOf(values: readonly (number | null)[]): Statistics {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return { last: null, min: null, max: null, p95: null }
  const sorted = known.toSorted((one, other) => one - other)
  return {
    last: known.at(-1) ?? null,
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
    p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? null,
  }
}
