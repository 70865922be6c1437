import { z } from 'zod'

export const Id = z.uuid()

/** What a detail's `outcome` says where nothing came of what was tried. */
export const refusedOutcomes = ['wrong', 'missing'] as const

/** One line of the journal: who did what, when, to what. */
export const Entry = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(['anonymous', 'system', 'person']),
      id: Id.nullable(),
      name: z.string(),
      /** `session` or `token`, where a person acted. */
      by: z.enum(['session', 'token']).nullable(),
    }),
    address: z.string(),
    operation: z.string(),
    organisationId: Id.nullable(),
    subject: z.object({
      type: z.string(),
      id: Id.nullable(),
      name: z.string().nullable(),
      /** What it hangs off, by name: an interface's asset. */
      of: z.string().nullable(),
    }),
    /** Field by field, before and after. */
    changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    detail: z.record(z.string(), z.unknown()),
    /** Why it was refused, where what was tried was written down too: a sign-in, a password that was wrong. */
    refusal: z.string().nullable(),
  })
  .meta({ id: 'JournalEntry' })

/** What every history of one thing takes. */
export const HistoryInput = z.strictObject({
  id: Id,
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(2_000).optional(),
})
