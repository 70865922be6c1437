import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'

export const Id = z.uuid()

/** Said when the address at which an asset is spoken to changes (null: it has none any more). */
export const addressChanged = defineEvent(
  'address.changed',
  z.object({ assetId: Id, address: z.string().nullable() }),
  'address.read',
)
