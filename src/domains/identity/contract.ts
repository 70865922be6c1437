import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'

export const Id = z.uuid()
export const Name = z.string().trim().min(1).max(200)
export const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase())
/** Length is what protects; composition rules are not asked for (NIST SP 800-63B, 5.1.1.2). */
export const Password = z.string().min(12).max(200)
export const Time = z.iso.datetime()

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

/** Who is signed in: what the frame needs to know. */
export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: z.enum(['fr', 'en']),
    preferences: z.record(z.string(), z.unknown()),
    hasSecondFactor: z.boolean(),
    /** The rights held over anything at all. */
    rights: z.array(z.string()),
    /** The organisations this person may see something of. */
    organisations: z.array(z.object({ id: Id, name: z.string() })),
    /** Whether he holds a role over everything. */
    isEverywhere: z.boolean(),
  })
  .meta({ id: 'Me' })

export const organisationCreated = defineEvent(
  'organisation.created',
  z.object({ id: Id, changed: z.array(z.string()) }),
  'organisation.read',
)
export const organisationChanged = defineEvent(
  'organisation.changed',
  z.object({ id: Id, changed: z.array(z.string()) }),
  'organisation.read',
)
export const organisationDeleted = defineEvent(
  'organisation.deleted',
  z.object({ id: Id, changed: z.array(z.string()) }),
  'organisation.read',
)
