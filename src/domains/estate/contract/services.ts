import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { Line } from '#kernel/line'
import { assetKinds } from './words.ts'
import { Id, Level, Name, Notes, RowSaid, Time } from './values.ts'

const ids = z
  .array(Id)
  .max(1_000)
  .transform((values) => [...new Set(values)])

/** What people type of a service. */
export const serviceFields = {
  name: Name,
  description: Line.max(1_000),
  /** A person of identity's, whom to ask and to tell. */
  ownerId: Id.nullable(),
  level: Level,
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)]),
  notes: Notes,
  /** What it depends on. */
  assetIds: ids,
  serviceIds: ids,
}

export const Service = z
  .object({
    id: Id,
    organisationId: Id,
    name: z.string(),
    description: z.string(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    level: Level,
    url: z.string(),
    notes: z.string(),
    /** What it depends on by itself, as far as the caller may see. */
    assets: z.array(z.object({ id: Id, name: z.string(), kind: z.enum(assetKinds) })),
    services: z.array(z.object({ id: Id, name: z.string() })),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Service' })

export const serviceCreated = defineEvent('service.created', RowSaid, 'service.read')
export const serviceChanged = defineEvent('service.changed', RowSaid, 'service.read')
export const serviceDeleted = defineEvent('service.deleted', RowSaid, 'service.read')
