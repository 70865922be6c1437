import type { Language } from '../language.ts'

/** `short` says the two largest units (2 h 5 min); `one` only the largest. */
export type DurationStyle = 'short' | 'one'

const units: readonly [ms: number, fr: string, en: string][] = [
  [365.25 * 86_400_000, 'an', 'yr'],
  [86_400_000, 'j', 'd'],
  [3_600_000, 'h', 'h'],
  [60_000, 'min', 'min'],
  [1000, 's', 's'],
]

const space = '\u00a0'

/** A length of time in milliseconds: `42 s`, `2 h 5 min`, `3 j 4 h`. Below a second: `0,4 s`. */
export function formatDuration(ms: number, language: Language, style: DurationStyle = 'short'): string {
  const length = Math.abs(ms)
  const name = (unit: (typeof units)[number]) => (language === 'fr' ? unit[1] : unit[2])
  const first = units.findIndex(([size]) => length >= size)
  if (first < 0) {
    const seconds = Math.round(length / 100) / 10
    return `${language === 'fr' ? String(seconds).replace('.', ',') : seconds}${space}s`
  }
  const large = units[first]!
  const small = units[first + 1]
  const count = Math.floor(length / large[0])
  const rest = small ? Math.floor((length % large[0]) / small[0]) : 0
  const years = language === 'fr' && first === 0 && count > 1 ? 'ans' : name(large)
  const head = `${count}${space}${years}`
  return style === 'one' || !small || rest === 0 || count >= 10
    ? head
    : `${head}${space}${rest}${space}${name(small)}`
}
