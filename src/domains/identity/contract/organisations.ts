import { z } from 'zod'
import { Id, Time } from './fields.ts'

export const Organisation = z
  .object({
    id: Id,
    name: z.string(),
    notes: z.string(),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Organisation' })
