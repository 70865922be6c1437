import type { Config } from '#kernel/config'
import { createSealer, type Sealer } from '#kernel/crypto'
import { typed, type AnyTx } from '#kernel/database'
import type { MailSecurity, NotificationTables } from '../tables.ts'

/** A mail server as the transport needs it. */
export interface KnownMailServer {
  from: 'screen' | 'settings'
  host: string
  port: number
  security: MailSecurity
  username: string
  password: string | null
  sender: string
  version: number
}

let held: { sealer: Sealer; config: Config } | undefined

/** Called when the house starts. */
export function holdSettings(masterKey: Buffer, config: Config): void {
  held = { sealer: createSealer(masterKey, 'notifications/mail'), config }
}

export function mailSealer(): Sealer {
  if (!held) throw new Error('the house has not started')
  return held.sealer
}

/** The mail server in use: the one set on the screen, else the one of the settings, else none. */
export async function findMailServer(tx: AnyTx): Promise<KnownMailServer | undefined> {
  const row = await typed<NotificationTables>(tx)
    .selectFrom('notifications.mail_servers')
    .selectAll()
    .executeTakeFirst()
  if (!row) return fromSettings(held?.config)
  return {
    from: 'screen',
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    password: row.password_sealed ? mailSealer().open(row.password_sealed, row.id) : null,
    sender: row.sender,
    version: row.version,
  }
}

/** `smtp://user:password@host:port` asks for STARTTLS where the server offers it, `smtps://` speaks TLS at once. */
function fromSettings(config: Config | undefined): KnownMailServer | undefined {
  if (!config?.smtp) return undefined
  const url = new URL(config.smtp.url)
  const isTls = url.protocol === 'smtps:'
  return {
    from: 'settings',
    host: url.hostname,
    port: url.port ? Number(url.port) : isTls ? 465 : 25,
    security: isTls ? 'tls' : 'none',
    username: decodeURIComponent(url.username),
    password: url.password ? decodeURIComponent(url.password) : null,
    sender: config.smtp.from,
    version: 0,
  }
}
