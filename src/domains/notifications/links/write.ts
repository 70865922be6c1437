import type { Recipient } from '#identity'
import type { Sentences } from '#kernel/i18n'
import { escapeHtml, mailPage, momentWithZone } from '../messages/page.ts'
import { linkPlace } from '../messages/queue.ts'

/** What a one-time link is for; also the kind of its mail. */
export type LinkPurpose = 'invitation' | 'password-reset'

/** A mail with a one-time link, in its reader's language; the link itself is put in when it is sent. */
export function writeLinkMail(
  sentences: Sentences,
  reader: Recipient,
  purpose: LinkPurpose,
  { url, expiresAt }: { url: string; expiresAt: string },
): { subject: string; text: string; html: string } {
  const { language } = reader
  const until = momentWithZone(Date.parse(expiresAt), language)
  const say = (key: string) =>
    sentences.t(language, `notifications:link.${purpose}.${key}`, { name: reader.name, until })
  const hello = sentences.t(language, 'notifications:link.hello', { name: reader.name })
  const footer = sentences.t(language, 'notifications:link.footer', { url })
  const body =
    `<p>${escapeHtml(hello)}</p><p>${escapeHtml(say('text'))}</p>` +
    `<p><a href="${linkPlace}">${escapeHtml(say('open'))}</a></p><p>${escapeHtml(say('until'))}</p>`
  return {
    subject: `[Vigie] ${say('subject')}`,
    text: `${hello}\n\n${say('text')}\n\n${linkPlace}\n\n${say('until')}\n\n${footer}\n`,
    html: mailPage(language, body, footer),
  }
}
