import { z } from 'zod'
import { Id, Time } from './fields.ts'

/** What was wrong with a proof that was refused, as the journal keeps it. */
export type Refusal = 'password' | 'code' | 'code-missing' | 'account'

export const Session = z
  .object({
    id: Id,
    /** As the browser names itself; empty where it does not. */
    browser: z.string(),
    system: z.string(),
    userAgent: z.string(),
    address: z.string(),
    createdAt: Time,
    lastSeenAt: Time,
    /** Where it is not used until then. */
    expiresAt: Time,
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' })
