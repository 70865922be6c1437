import { z } from 'zod'
import { MailServer } from '../contract.ts'
import { query } from '../operations.ts'
import { findMailServer, type KnownMailServer } from './find.ts'

export const readMailServer = query({
  name: 'mail-server.read',
  route: 'GET /mail-server',
  right: 'settings.read',
  over: 'everything',
  summary: 'The mail server in use, without its password',
  input: z.strictObject({}),
  output: MailServer,
  run: async (tx) => mailServerOf(await findMailServer(tx)),
})

/** As the API says it: whether there is a password, never which. */
export function mailServerOf(server: KnownMailServer | undefined): z.input<typeof MailServer> {
  if (!server)
    return {
      from: 'none',
      host: '',
      port: 587,
      security: 'starttls',
      username: '',
      hasPassword: false,
      sender: '',
      version: 0,
    }
  const { password, ...rest } = server
  return { ...rest, hasPassword: password !== null }
}
