import type { State } from '../contract/words.ts'

/** What hurts more stands higher: not to know is worse than to be well, and better than to know the worst. */
const weight: Record<State, number> = { ok: 0, unreachable: 1, unknown: 2, warning: 3, critical: 4 }

export function worst<S extends State>(some: Iterable<S>): S | undefined {
  let found: S | undefined
  for (const state of some) if (found === undefined || weight[state] > weight[found]) found = state
  return found
}

export function isWorse(one: State, other: State): boolean {
  return weight[one] > weight[other]
}
