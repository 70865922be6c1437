import type { z } from 'zod'
import type { assetFields } from '../contract.ts'

/** Some fields of an asset, as the API calls them. */
export type AssetChange = {
  [F in keyof typeof assetFields]?: z.output<(typeof assetFields)[F]> | undefined
}

/** What the API calls a field, as the table calls it; what was not said stays as it is. */
export function assetColumns(change: AssetChange) {
  const { siteId, responsibleId, lifeCycle, ...same } = change
  return {
    ...same,
    ...(siteId === undefined ? {} : { site_id: siteId }),
    ...(responsibleId === undefined ? {} : { responsible_id: responsibleId }),
    ...(lifeCycle === undefined ? {} : { life_cycle: lifeCycle }),
  }
}
