import { z } from 'zod'
import { newId } from '#kernel/ids'
import { MailServer } from '../contract.ts'
import { tryAtOnce } from '../messages/channel.ts'
import { command } from '../operations.ts'
import { mailServerFields } from './fields.ts'
import { findMailServer, mailSealer } from './find.ts'
import { mailServerOf } from './read.ts'

export const setMailServer = command({
  name: 'mail-server.set',
  route: 'PUT /mail-server',
  right: 'settings.write',
  over: 'everything',
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
    const sealed = password ? mailSealer().seal(password, id) : null
    const kept = before && isSameAccount(before, fields) ? before.password_sealed : null
    const values = { ...fields, password_sealed: password === undefined ? kept : sealed }
    await tx
      .insertInto('notifications.mail_servers')
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute()
    await tryAtOnce(tx)
    context.about({ subjectType: 'mail-server', subjectName: fields.host, detail: { ...fields } })
    return mailServerOf(await findMailServer(tx))
  },
})

/** A password kept for one server must never reach another, nor go in clear where it went through TLS. */
function isSameAccount(before: Account, after: Account): boolean {
  return (['host', 'port', 'security', 'username'] as const).every((field) => before[field] === after[field])
}

type Account = Pick<z.output<typeof mailServerFields>, 'host' | 'port' | 'security' | 'username'>

export const forgetMailServer = command({
  name: 'mail-server.forget',
  route: 'DELETE /mail-server',
  right: 'settings.write',
  over: 'everything',
  summary: 'Go back to the mail server of the settings',
  input: z.strictObject({}),
  output: MailServer,
  async run(tx, _input, context) {
    await tx.deleteFrom('notifications.mail_servers').execute()
    await tryAtOnce(tx)
    context.about({ subjectType: 'mail-server' })
    return mailServerOf(await findMailServer(tx))
  },
})
