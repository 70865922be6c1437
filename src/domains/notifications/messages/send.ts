import type { Transporter } from 'nodemailer'
import { mailSealer, type KnownMailServer } from '../mail-server/find.ts'
import type { Waiting } from './due.ts'
import { linkPlace } from './queue.ts'

/** Sends one message. @returns why it could not be sent, or undefined. */
export async function send(
  transport: Transporter,
  server: KnownMailServer,
  message: Waiting,
): Promise<Error | undefined> {
  try {
    await transport.sendMail({
      from: server.sender,
      to: message.recipient,
      subject: message.subject,
      ...bodyOf(message),
      messageId: `<${message.id}@vigie>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return undefined
  } catch (error) {
    return error as Error
  }
}

/** The link is opened for the moment of sending alone. */
function bodyOf(message: Waiting): { text: string; html: string } {
  const { body_text: text, body_html: html, link_sealed: sealed } = message
  if (!sealed) return { text, html }
  const link = mailSealer().open(sealed, message.id)
  return { text: text.replaceAll(linkPlace, () => link), html: html.replaceAll(linkPlace, () => link) }
}
