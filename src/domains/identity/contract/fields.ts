import { z } from 'zod'
import { Line } from '#kernel/line'

export const Id = z.uuid()
export const Name = Line.min(1).max(200)
export const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase())
/** Length is what protects; composition rules are not asked for (NIST SP 800-63B, 5.1.1.2). */
export const Password = z.string().min(12).max(200)
/** What is compared with a kept password: of any length that one could have. */
export const GivenPassword = z.string().min(1).max(200)
/** Six digits of an authenticator app, or a recovery code. */
export const Code = z.string().trim().min(1).max(40)
/** The secret of a one-time link, behind its `#`. */
export const LinkToken = z.string().min(1).max(100)
export const Phone = Line.max(40)
export const Language = z.enum(['fr', 'en'])
export const Time = z.iso.datetime()
/** A right, `noun.verb`. */
export const RightName = z.string().regex(/^[a-z-]+\.[a-z-]+$/, { error: 'identity:problem.rightForm' })
