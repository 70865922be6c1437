import { z } from 'zod'
import { newId } from '#kernel/ids'
import { MailServer } from '../contract.ts'
import { command } from '../operations.ts'
import { findMailServer, mailSealer } from './find.ts'
import { mailServerOf } from './read.ts'

export const mailServerFields = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().max(200).default(''),
  /** Absent: the one kept before stays. */
  password: z.string().max(500).nullable().optional(),
  sender: z
    .string()
    .trim()
    .min(3)
    .max(300)
    .regex(/^[^\r\n]*@[^\r\n]*$/),
})

export const setMailServer = command({
  name: 'mail-server.set',
  route: 'PUT /mail-server',
  right: 'settings.write',
  secret: true,
  versioned: false,
  summary: 'Set the mail server that alerts and links are sent by',
  input: mailServerFields,
  output: MailServer,
  async run(tx, { password, ...fields }, context) {
    const before = await tx
      .selectFrom('notifications.mail_servers')
      .selectAll()
      .forUpdate()
      .executeTakeFirst()
    const id = before?.id ?? newId()
    const sealed =
      password === undefined ? before?.password_sealed : password ? mailSealer().seal(password, id) : null
    await tx
      .insertInto('notifications.mail_servers')
      .values({ id, ...fields, password_sealed: sealed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...fields, password_sealed: sealed }))
      .execute()
    context.about({ subjectType: 'mail-server', subjectName: fields.host, detail: { ...fields } })
    return mailServerOf(await findMailServer(tx))
  },
})

export const forgetMailServer = command({
  name: 'mail-server.forget',
  route: 'DELETE /mail-server',
  right: 'settings.write',
  summary: 'Go back to the mail server of the settings',
  input: z.strictObject({}),
  output: MailServer,
  async run(tx, _input, context) {
    await tx.deleteFrom('notifications.mail_servers').execute()
    context.about({ subjectType: 'mail-server' })
    return mailServerOf(await findMailServer(tx))
  },
})
