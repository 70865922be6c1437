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

/** Tells the address before that an account is not reached there any more, in the language of its person. */
export function writeAddressMail(
  sentences: Sentences,
  { name, language }: Pick<Recipient, 'name' | 'language'>,
  { url, after }: { url: string; after: string },
): { subject: string; text: string; html: string } {
  const say = (key: string) => sentences.t(language, `notifications:link.${key}`, { name, after, url })
  const hello = say('hello')
  const text = say('email-changed.text')
  const advice = say('email-changed.advice')
  const footer = say('email-changed.footer')
  const body = [hello, text, advice].map((each) => `<p>${escapeHtml(each)}</p>`).join('')
  return {
    subject: `[Vigie] ${say('email-changed.subject')}`,
    text: `${hello}\n\n${text}\n\n${advice}\n\n${footer}\n`,
    html: mailPage(language, body, footer),
  }
}
