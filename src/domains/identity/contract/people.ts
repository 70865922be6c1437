import { z } from 'zod'
import { Email, Id, Language, Name, Phone, Time } from './fields.ts'

/** Over what a role is held: everything (both null), an organisation, or a place of it with all below. */
export const Scope = z.strictObject({
  organisationId: Id.nullable().default(null),
  placeId: Id.nullable().default(null),
})
export const NewGrant = z.strictObject({ roleId: Id, ...Scope.shape })

export const Grant = z
  .object({
    id: Id,
    roleId: Id,
    /** In the caller's language where the role comes with the product. */
    roleName: z.string(),
    builtin: z.string().nullable(),
    organisationId: Id.nullable(),
    organisationName: z.string().nullable(),
    /** A site's id; its name is estate's. */
    placeId: Id.nullable(),
  })
  .meta({ id: 'Grant' })

export const personStates = ['invited', 'active', 'disabled'] as const

/** What people type of a person. */
export const personFields = {
  name: Name,
  email: Email,
  phone: Phone,
  language: Language,
  /** Null: of those who run the house. */
  organisationId: Id.nullable(),
}

export const Person = z
  .object({
    id: Id,
    organisationId: Id.nullable(),
    organisationName: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    language: Language,
    /** `invited` until a password is chosen. */
    state: z.enum(personStates),
    hasSecondFactor: z.boolean(),
    lastSeenAt: Time.nullable(),
    grants: z.array(Grant),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Person' })

/** A one-time link, shown once: whoever holds it chooses the password of that account. */
export const PersonLink = z
  .object({ purpose: z.enum(['invitation', 'password-reset']), link: z.url(), expiresAt: Time })
  .meta({ id: 'PersonLink' })
