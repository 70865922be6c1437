type Step = readonly [
  belowSeconds: number,
  unit: Intl.RelativeTimeFormatUnit,
  seconds: number,
  style: 'short' | 'long',
]

/** Minutes and hours are written short; the short form of a month is that of a minute in French (`m.`), so it is not. */
const steps: readonly Step[] = [
  [60, 'second', 1, 'short'],
  [3600, 'minute', 60, 'short'],
  [86_400, 'hour', 3600, 'short'],
  [86_400 * 45, 'day', 86_400, 'long'],
  [86_400 * 365, 'month', 86_400 * 30.44, 'long'],
  [Number.POSITIVE_INFINITY, 'year', 86_400 * 365.25, 'long'],
]

const formats = new Map<string, Intl.RelativeTimeFormat>()

/** `il y a 3 min`, `dans 2 h`, `hier`; under five seconds, `maintenant`. */
export function formatAgo(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000
  if (Math.abs(seconds) < 5) return formatFor(locale, 'short').format(0, 'second')
  const [, unit, size, style] = steps.find(([below]) => Math.abs(seconds) < below) ?? steps[5]!
  return formatFor(locale, style).format(Math.trunc(seconds / size), unit)
}

function formatFor(locale: string, style: 'short' | 'long'): Intl.RelativeTimeFormat {
  const key = `${locale} ${style}`
  const format = formats.get(key) ?? new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' })
  formats.set(key, format)
  return format
}
