import type { Unit } from '../contract/words.ts'
import type { Language } from '#kernel/access'

/** Numbers, times and durations as people write them. */
export function quantity(value: number, unit: Unit, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value)
  if (unit === 'state') return number
  return unit === '/s' ? `${number}/s` : `${number} ${unit}`
}

/** The two largest units: `2 h 5 min`, `45 s`. */
export function duration(ms: number, language: Language): string {
  const day = language === 'fr' ? 'j' : 'd'
  const seconds = Math.max(0, Math.round(ms / 1_000))
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), day],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  if (first < 0) return `0 s`
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}
