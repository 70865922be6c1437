import { z } from 'zod'
import { Line } from '#kernel/line'
import { Id, RightName, Time } from './fields.ts'

export const roleFields = {
  name: Line.min(1).max(100),
  rights: z.array(RightName).max(200),
}

export const Role = z
  .object({
    id: Id,
    /** Set for the roles that come with the product: nobody changes those. */
    builtin: z.string().nullable(),
    /** In the caller's language where the role comes with the product. */
    name: z.string(),
    rights: z.array(z.string()),
    peopleCount: z.number().int(),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Role' })

/** A line of the matrix of rights. */
export const RightLine = z
  .object({
    right: z.string(),
    domain: z.string(),
    name: z.object({ fr: z.string(), en: z.string() }),
    /** What it allows. */
    operations: z.array(
      z.object({
        name: z.string(),
        route: z.string(),
        summary: z.string(),
        /** `everything`: it belongs to the whole house, and the right over some organisations does not allow it. */
        over: z.enum(['something', 'everything']),
      }),
    ),
    /** The roles that hold it. */
    roleIds: z.array(Id),
  })
  .meta({ id: 'RightLine' })
