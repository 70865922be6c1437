import type { z } from 'zod'
import type { serviceFields } from '../contract.ts'

export type ServiceChange = {
  [F in keyof typeof serviceFields]?: z.output<(typeof serviceFields)[F]> | undefined
}

/** What the API calls a field, as the table calls it; what was not said stays as it is. */
export function serviceColumns({ ownerId, assetIds: _a, serviceIds: _s, ...same }: ServiceChange) {
  return { ...same, ...(ownerId === undefined ? {} : { owner_id: ownerId }) }
}
