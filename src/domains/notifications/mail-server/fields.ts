import { isIP } from 'node:net'
import { z } from 'zod'
import { Line } from '#kernel/line'

/** Letters, digits, `-` and `_`, of any language: what a resolver may be asked for. */
const hostName = /^(?=.{1,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(?:\.|$))+$/u

const Host = Line.min(1)
  .max(253)
  .refine((text) => text === '' || isIP(text) !== 0 || hostName.test(text), {
    error: 'notifications:problem.host',
  })

/** An address alone, or after a name and between angle brackets (RFC 5322, 3.4). */
const sender = /^(?:[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/

export const mailServerFields = z.strictObject({
  host: Host,
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().max(200).default(''),
  /** Absent: the one kept before stays, where it goes to the same server and account as before. */
  password: z.string().max(500).nullable().optional(),
  sender: Line.min(1)
    .max(300)
    .refine((text) => text === '' || sender.test(text), { error: 'notifications:problem.sender' }),
})
