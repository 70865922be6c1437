const steps: readonly [belowSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [86_400 * 30, 'day', 86_400],
  [86_400 * 365, 'month', 86_400 * 30.44],
  [Number.POSITIVE_INFINITY, 'year', 86_400 * 365.25],
]

const formats = new Map<string, Intl.RelativeTimeFormat>()

/** `il y a 3 min`, `dans 2 h`, `hier`; under five seconds, `maintenant`. */
export function formatAgo(at: number, now: number, locale: string): string {
  const format =
    formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  formats.set(locale, format)
  const seconds = (at - now) / 1000
  if (Math.abs(seconds) < 5) return format.format(0, 'second')
  const [, unit, size] = steps.find(([below]) => Math.abs(seconds) < below) ?? steps[5]!
  return format.format(Math.trunc(seconds / size), unit)
}
