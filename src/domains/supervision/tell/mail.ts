import type { Language } from '#kernel/access'
import type { Sentences } from '#kernel/i18n'
import type { AlertNews } from '../states/commit.ts'
import { duration, moment, quantity } from './words.ts'
import { unitOfRule } from '../templates/catalogue.ts'

/** One piece of news with the names that people know. */
export interface Told {
  news: AlertNews
  assetName: string
  siteName: string
}

/** A mail in its reader's language: the subject says everything where there is one piece of news. */
export function writeMail(
  sentences: Sentences,
  language: Language,
  url: string,
  told: readonly Told[],
  nowMs: number,
): { subject: string; text: string; html: string } {
  const t = (key: string, params?: Record<string, unknown>) =>
    sentences.t(language, `supervision:${key}`, params)
  const lines = told.map((one) => lineOf(one, language, t))
  const subject =
    lines.length === 1 ? `${lines[0]!.head} ${lines[0]!.what}` : t('mail.several', { count: lines.length })
  const link = `${url}/alerts`
  const footer = t('mail.footer', { at: moment(nowMs, language) })
  return {
    subject: `[Vigie] ${subject}`,
    text: `${lines.map(({ head, what, where }) => `${head} ${what}\n${where}`).join('\n\n')}\n\n${link}\n\n${footer}\n`,
    html: htmlOf(lines, link, t('mail.open'), footer, language),
  }
}

interface Line {
  head: string
  what: string
  where: string
  isOver: boolean
}

type Translate = (key: string, params?: Record<string, unknown>) => string

function lineOf({ news, assetName, siteName }: Told, language: Language, t: Translate): Line {
  const isOver = news.what === 'closed'
  const unit = unitOfRule(news.rule) ?? 'state'
  const params = {
    component: news.component,
    measured: news.measured === null ? '' : quantity(news.measured, unit, language),
    threshold: news.threshold === null ? '' : quantity(news.threshold, unit, language),
  }
  const openedMs = Date.parse(news.openedAt)
  const atMs = Date.parse(news.at)
  return {
    isOver,
    head: `${isOver ? t('mail.over') : t(`mail.${news.state}`)}${t('mail.colon')}`,
    what: `${assetName} – ${t(`rule.${news.rule}.${isOver ? 'over' : 'on'}`, params)}`,
    where: [
      siteName,
      isOver
        ? t('mail.lasted', { duration: duration(atMs - openedMs, language), at: moment(atMs, language) })
        : t('mail.since', { at: moment(atMs, language) }),
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

const colours: Record<string, string> = { over: '#0f766e', on: '#b3261e' }

function htmlOf(
  lines: readonly Line[],
  link: string,
  open: string,
  footer: string,
  language: Language,
): string {
  const blocks = lines.map(
    ({ head, what, where, isOver }) =>
      `<p style="margin:0 0 16px;padding-left:12px;border-left:3px solid ${colours[isOver ? 'over' : 'on']}">` +
      `<strong>${escape(head)}</strong> ${escape(what)}<br><span style="color:#5b6472">${escape(where)}</span></p>`,
  )
  return (
    `<!doctype html><html lang="${language}"><body style="font:15px/1.5 system-ui,sans-serif;color:#1b2330">` +
    `${blocks.join('')}<p><a href="${escape(link)}">${escape(open)}</a></p>` +
    `<p style="color:#5b6472;font-size:13px">${escape(footer)}</p></body></html>`
  )
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
