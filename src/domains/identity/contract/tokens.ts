import { z } from 'zod'
import { Line } from '#kernel/line'
import { Id, RightName, Time } from './fields.ts'

export const NewToken = z.strictObject({
  name: Line.min(1).max(100),
  /** Null: whatever the person may. */
  rights: z.array(RightName).min(1).max(200).nullable().default(null),
  /** Null: wherever the person may. */
  organisationIds: z.array(Id).min(1).max(500).nullable().default(null),
  /** At most a year ahead: a token that somebody forgot opens nothing for ever. */
  expiresAt: Time,
})

export const Token = z
  .object({
    id: Id,
    name: z.string(),
    /** Its first characters, to recognise it by. */
    hint: z.string(),
    rights: z.array(z.string()).nullable(),
    organisationIds: z.array(Id).nullable(),
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: Time,
    expiresAt: Time.nullable(),
    lastUsedAt: Time.nullable(),
  })
  .meta({ id: 'Token' })
