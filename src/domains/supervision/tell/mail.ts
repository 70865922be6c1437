import type { Language } from '#kernel/access'
import type { Sentences } from '#kernel/i18n'
import { escapeHtml, mailPage, momentWithZone as moment } from '#notifications'
import type { AlertNews } from '../states/commit.ts'
import { worst } from '../states/state.ts'
import { duration, quantity } from './words.ts'
import { unitOfRule } from '../templates/catalogue.ts'

/** One piece of news with the names that people know. */
export interface Told {
  news: AlertNews
  assetName: string
  /** Where it is spoken to; empty where it has no address. */
  address: string
  siteName: string
  /** Those that need the asset, as far as the reader may know them. */
  services: readonly string[]
}

/** A mail in its reader's language. */
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
  const assetIds = new Set(told.map(({ news }) => news.asset.id))
  const isOfOne = assetIds.size === 1
  const alertIds = new Set(told.map(({ news }) => news.id))
  const isOneAlert = alertIds.size === 1
  const link = isOneAlert
    ? `${url}/alerts/${told[0]!.news.id}`
    : isOfOne
      ? `${url}/assets/${told[0]!.news.asset.id}`
      : `${url}/alerts`
  const open = isOneAlert ? 'mail.openAlert' : isOfOne ? 'mail.openAsset' : 'mail.open'
  const footer = t('mail.footer', { at: moment(nowMs, language) })
  return {
    subject: `[Vigie] ${subjectOf(lines, isOfOne, t)}`,
    text: `${lines.map((line) => `${line.word}${t('mail.colon')} ${line.assetName} – ${line.what}\n${[line.hurts, line.where].filter(Boolean).join('\n')}`).join('\n\n')}\n\n${link}\n\n${footer}\n`,
    html: htmlOf(lines, t('mail.colon'), link, t(open), footer, language),
  }
}

const mostNames = 3

/**
 * What can be read of it without opening it: everything where it is one or two pieces of news of one asset, else the
 * worst, how many, and of which assets.
 */
function subjectOf(lines: readonly Line[], isOfOne: boolean, t: Translate): string {
  const colon = t('mail.colon')
  const [first] = lines
  if (lines.length === 1) return `${first!.word}${colon} ${first!.assetName} – ${first!.what}`
  if (isOfOne && lines.length === 2)
    return `${first!.assetName} – ${lines.map(({ word, what }) => `${word}${colon} ${what}`).join(' · ')}`
  const open = lines.filter(({ isOver }) => !isOver)
  const over = lines.length - open.length
  const grave = worst(open.map(({ state }) => state))
  const counts = [
    open.length > 0 ? t('mail.several', { count: open.length }) : '',
    over > 0 ? t(open.length > 0 ? 'mail.severalOver' : 'mail.allOver', { count: over }) : '',
  ].filter(Boolean)
  const names = [...new Set(lines.map(({ assetName }) => assetName))]
  const told = names.slice(0, mostNames).join(', ') + (names.length > mostNames ? '…' : '')
  return `${grave ? `${t(`mail.${grave}`)}${colon} ` : ''}${counts.join(', ')} – ${told}`
}

interface Line {
  /** What became of it, in a word. */
  word: string
  assetName: string
  what: string
  state: AlertNews['state']
  where: string
  /** Which services it hurts; empty where none, or where it is over. */
  hurts: string
  isOver: boolean
}

type Translate = (key: string, params?: Record<string, unknown>) => string

function lineOf(
  { news, assetName, address, siteName, services }: Told,
  language: Language,
  t: Translate,
): Line {
  const isOver = news.what === 'closed'
  const unit = unitOfRule(news.rule) ?? 'state'
  const measured = news.measured === null ? '' : quantity(news.measured, unit, language)
  const params = {
    // What is gone is said in words of its own.
    context: isOver ? undefined : (news.cause ?? undefined),
    component: news.component,
    measured,
    cause: news.cause === null ? '' : t(`cause.${news.cause}`, { measured }),
    threshold: news.threshold === null ? '' : quantity(news.threshold, unit, language),
  }
  const openedMs = Date.parse(news.openedAt)
  const atMs = Date.parse(news.at)
  const isUnwatched = isOver && news.ended !== null && news.ended !== 'recovered'
  return {
    isOver,
    state: news.state,
    word: t(`mail.${isUnwatched ? 'unwatched' : isOver ? 'over' : news.state}`),
    assetName,
    hurts: isOver || services.length === 0 ? '' : t('mail.hurts', { services: services.join(', ') }),
    what: isUnwatched ? ruleOf(news, t) : t(`rule.${news.rule}.${isOver ? 'over' : 'on'}`, params),
    where: [
      isUnwatched ? t(`ended.${news.ended}`) : '',
      address,
      siteName,
      isOver
        ? t('mail.lasted', { duration: duration(atMs - openedMs, language), at: moment(atMs, language) })
        : t('mail.since', { at: moment(atMs, language) }),
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

/** What was wrong, by its name: whether it still is, nobody knows. */
function ruleOf({ rule, component }: AlertNews, t: Translate): string {
  const name = t(`rule.${rule}.name`)
  return component ? `${name} (${component})` : name
}

/** Of the states as they are everywhere on a light ground (the tokens of the user interface), and of what is over. */
const colours: Record<AlertNews['state'] | 'over', string> = {
  critical: '#c8331b',
  warning: '#c87b00',
  unknown: '#784b96',
  unreachable: '#44484c',
  over: '#277b64',
}

function htmlOf(
  lines: readonly Line[],
  colon: string,
  link: string,
  open: string,
  footer: string,
  language: Language,
): string {
  const blocks = lines.map(
    ({ word, assetName, what, where, hurts, state, isOver }) =>
      `<p style="margin:0 0 16px;padding-left:12px;border-left:3px solid ${colours[isOver ? 'over' : state]}">` +
      `<strong>${escapeHtml(word + colon)}</strong> ${escapeHtml(`${assetName} – ${what}`)}<br>${hurts && `${escapeHtml(hurts)}<br>`}<span style="color:#5b6472">${escapeHtml(where)}</span></p>`,
  )
  return mailPage(
    language,
    `${blocks.join('')}<p><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>`,
    footer,
  )
}
