import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'

export const Id = z.uuid()

export const MailServer = z
  .object({
    /** `screen`: set by a person; `settings`: VIGIE_SMTP_URL; `none`: mails wait until there is one. */
    from: z.enum(['screen', 'settings', 'none']),
    host: z.string(),
    port: z.number().int(),
    security: z.enum(['tls', 'starttls', 'none']),
    username: z.string(),
    hasPassword: z.boolean(),
    sender: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'MailServer' })

export const Message = z
  .object({
    id: Id,
    organisationId: Id.nullable(),
    personId: Id.nullable(),
    kind: z.string(),
    recipient: z.string(),
    subject: z.string(),
    state: z.enum(['waiting', 'sent', 'given-up']),
    attempts: z.number().int(),
    /** What the mail server said last, where it did not take the message, or where it takes none at all. */
    error: z.string().nullable(),
    /** When one that waits is tried next. */
    dueAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Message' })

/** Messages of an organisation were ordered, sent or given up, or wait for another reason than before. */
export const messagesChanged = defineEvent(
  'messages.changed',
  z.object({ state: Message.shape.state }),
  'channel.read',
)
