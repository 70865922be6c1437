/** A discovery that runs, and the most that it may send in a second. */
export interface Running {
  id: string
  organisationId: string
  packetsPerSecond: number
}

/** What all of them together may send in a second: no more than the fastest of them was allowed alone. */
export function budgetOf(running: readonly Running[]): number {
  return Math.max(0, ...running.map((one) => one.packetsPerSecond))
}

/**
 * How many packets a second each may send, by id: the budget is shared fairly between organisations, and an
 * organisation's share between its discoveries. What one may not use goes to the others.
 */
export function sharesOf(running: readonly Running[]): Map<string, number> {
  const organisations = [...Map.groupBy(running, (one) => one.organisationId).values()]
  const wanted = (some: readonly Running[]) => some.map((one) => one.packetsPerSecond)
  const sum = (some: readonly Running[]) => wanted(some).reduce((total, one) => total + one, 0)
  const shares = shareOut(budgetOf(running), organisations.map(sum))
  return new Map(
    organisations.flatMap((some, at) => {
      const own = shareOut(shares[at]!, wanted(some))
      return some.map((one, index) => [one.id, own[index]!] as const)
    }),
  )
}

/** Equal parts; whoever wants less than his part leaves the rest to the others. */
function shareOut(budget: number, wanted: readonly number[]): number[] {
  const parts = wanted.map(() => 0)
  const smallestFirst = wanted
    .map((want, at) => ({ want, at }))
    .toSorted((one, other) => one.want - other.want)
  let left = budget
  for (const [index, { want, at }] of smallestFirst.entries()) {
    parts[at] = Math.min(want, left / (wanted.length - index))
    left -= parts[at]
  }
  return parts
}
