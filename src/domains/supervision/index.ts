import { defineDomain } from '#kernel/domain'
import { compact, expire, fold } from './series/builtin/cycles.ts'

/** How the estate fares: checks, templates, time series, states, alerts. */
export const supervision = defineDomain({
  name: 'supervision',
  here: import.meta.url,
  rights: [],
  events: [],
  operations: [],
  cycles: [fold, compact, expire],
})
