/** How something fares. `unreachable` is for what lies behind a cause. */
export const states = ['ok', 'warning', 'critical', 'unknown', 'unreachable'] as const
export type State = (typeof states)[number]

/** A state worth an alert. */
export const faults = ['warning', 'critical', 'unknown', 'unreachable'] as const
export type Fault = (typeof faults)[number]

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
