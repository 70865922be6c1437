import { z } from 'zod'
import { Id, Language } from './fields.ts'

const mostPreferences = 16_000

/** What a person likes. Besides what is named here, the screens keep what they need (columns of a table). */
export const Preferences = z
  .object({
    theme: z.enum(['system', 'light', 'dark']).nullish(),
    density: z.enum(['comfortable', 'dense']).nullish(),
  })
  .catchall(z.unknown())
  .refine((all) => JSON.stringify(all).length <= mostPreferences, {
    message: 'identity:problem.preferencesTooLarge',
  })

/** Who is signed in: what the frame needs to know. */
export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    language: Language,
    preferences: z.record(z.string(), z.unknown()),
    hasSecondFactor: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    /** The rights held over anything at all. */
    rights: z.array(z.string()),
    /** Those of them that are held over everything: what belongs to the whole house takes one of these. */
    rightsOverEverything: z.array(z.string()),
    /** The organisations this person may see something of. */
    organisations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** False where he sees only some of its sites. */
        isWhole: z.boolean(),
      }),
    ),
    /** Whether he holds a role over everything. */
    isEverywhere: z.boolean(),
  })
  .meta({ id: 'Me' })

/** A second factor that is not in force until its first code is given. */
export const SecondFactorOffer = z
  .object({
    /** For those who type it: base32. */
    secret: z.string(),
    /** otpauth://totp/… (Google's Key Uri Format). */
    uri: z.string(),
    /** The same as a picture: the source of an image, `data:image/svg+xml…`. */
    qr: z.string(),
  })
  .meta({ id: 'SecondFactorOffer' })

/** Shown once; each works once, in place of a code of the app. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
