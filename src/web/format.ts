import type { Language } from './language.ts'
import { formatDuration, type DurationStyle } from './format/duration.ts'
import { formatAgo } from './format/ago.ts'
import { formatUnit, type Unit } from './format/unit.ts'

import { useLanguage } from './say.ts'

export type { Unit }

/** Times come from the API as ISO texts; milliseconds since 1970 do as well. */
export type Instant = string | number | Date

export interface Format {
  /** 12 345,6 */
  number(value: number, digits?: number): string
  /** `12,4 Mbit/s`, `3,2 Gio`, `99,98 %` */
  /** `step`: of the axis that it stands on, with as many figures as that has. */
  unit(value: number, unit: Unit, step?: number): string
  /** 27 nov. 2026 */
  date(at: Instant): string
  /** 27 nov. */
  dayMonth(at: Instant): string
  /** 14:03 */
  time(at: Instant): string
  /** 14:03:12 */
  second(at: Instant): string
  /** 27 nov. 2026, 14:03:12 with its zone: what a person can quote. */
  exact(at: Instant): string
  /** il y a 3 min */
  ago(at: Instant, now: number): string
  /** 2 h 5 min */
  duration(ms: number, style?: DurationStyle): string
  /** a, b et c */
  list(items: readonly string[]): string
  /** a, b ou c */
  choice(items: readonly string[]): string
}

/** Numbers, dates and units as the current language writes them. */
export function useFormat(): Format {
  return formatOf(useLanguage() === 'en' ? 'en' : 'fr')
}

const known = new Map<Language, Format>()

export function formatOf(language: Language): Format {
  const format = known.get(language) ?? create(language)
  known.set(language, format)
  return format
}

function create(language: Language): Format {
  // The day before the month and a clock of 24 hours in both: the users are in Europe.
  const locale = language === 'en' ? 'en-GB' : 'fr-FR'
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const second = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const exact = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const choice = new Intl.ListFormat(locale, { type: 'disjunction' })
  const numbers = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 0) => {
    const format = numbers.get(digits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
    numbers.set(digits, format)
    return format.format(value)
  }
  return {
    number,
    unit: (value, unit, step) => formatUnit(value, unit, number, language, step),
    date: (at) => date.format(new Date(at)),
    dayMonth: (at) => dayMonth.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    second: (at) => second.format(new Date(at)),
    exact: (at) => exact.format(new Date(at)),
    ago: (at, now) => formatAgo(new Date(at).getTime(), now, locale),
    duration: (ms, style) => formatDuration(ms, language, style),
    list: (items) => list.format(items),
    choice: (items) => choice.format(items),
  }
}
