import { createTransport, type Transporter } from 'nodemailer'
import type { KnownMailServer } from './find.ts'

const timeoutMs = 10_000
const longestAnswer = 500

/** What a mail server said, short enough to be kept and shown: it may say as much as it likes. */
export const cutAnswer = (text: string): string => text.slice(0, longestAnswer)

/**
 * A connection to the mail server. `none` still takes STARTTLS where the server offers it, without asking for a
 * certificate that somebody vouches for; `starttls` and `tls` refuse to speak without.
 */
export function transportTo(server: KnownMailServer): Transporter {
  return createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    tls: server.security === 'none' ? { rejectUnauthorized: false } : {},
    ...(server.username ? { auth: { user: server.username, pass: server.password ?? '' } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
