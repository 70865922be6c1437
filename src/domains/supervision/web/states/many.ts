import type { Many, Output } from '#web/api.ts'
import type { ServiceStateItem, SiteStateItem } from '../words.ts'

/** How each of some assets, services or sites fares: rows that ask at once are answered at once. */
export const assetStates: Many<'GET /assets/states', Output<'GET /assets/states'>['items'][number]> = {
  route: 'GET /assets/states',
  input: (ids) => ({ ids }),
  parts: ({ items }) => items.map((item) => [item.assetId, item] as const),
}

export const serviceStates: Many<'GET /services/states', ServiceStateItem> = {
  route: 'GET /services/states',
  input: (ids) => ({ ids }),
  parts: ({ items }) => items.map((item) => [item.serviceId, item] as const),
}

export const siteStates: Many<'GET /sites/states', SiteStateItem> = {
  route: 'GET /sites/states',
  input: () => ({}),
  parts: ({ items }) => items.map((item) => [item.siteId, item] as const),
}
