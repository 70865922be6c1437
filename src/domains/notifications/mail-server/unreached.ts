import type { KnownMailServer } from './find.ts'

type Say = (key: string, params?: Record<string, unknown>) => string

/** What nodemailer and Node say, within their messages, of a server that never answered; the first that fits counts. */
const signs = [
  ['refused', /ECONNREFUSED/],
  ['unknown', /ENOTFOUND|EAI_AGAIN|EDNS/],
  ['unreachable', /EHOSTUNREACH|ENETUNREACH/],
  ['silent', /ETIMEDOUT|timeout|Greeting never received/i],
] as const

/** Whether the server said this: nodemailer keeps what it said beside the message. */
export const hasAnswered = (error: Error): boolean =>
  typeof (error as { response?: unknown }).response === 'string'

/** Why no server was reached, as a sentence that names where it was sought. */
export function whyUnreached({ host, port }: KnownMailServer, { message }: Error, say: Say): string {
  const sign = signs.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other'
  return say(`notifications:mail.unreached.${sign}`, { host, place: `${host}:${port}`, why: message })
}
