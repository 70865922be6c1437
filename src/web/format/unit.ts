import type { Language } from '../language.ts'

/**
 * What a value is measured in. Bits per second in SI steps (kbit/s is 1000), bytes in binary steps (Kio is 1024),
 * seconds and milliseconds with the step that reads best; everything else is written as it is.
 */
export type Unit =
  | 'bit/s'
  | 'byte'
  | 'byte/s'
  | 'ms'
  | 's'
  | '%'
  | 'count'
  | '/s'
  | '°C'
  | 'V'
  | 'A'
  | 'W'
  | 'Hz'
  | 'dBm'
  | (string & {})

type Write = (value: number, digits?: number) => string

const thin = '\u202f'
const space = '\u00a0'
const decimal = ['', 'k', 'M', 'G', 'T', 'P']
const binary = ['', 'K', 'M', 'G', 'T', 'P']

/** A value with its unit: `12,4 Mbit/s`, `3,2 Gio`, `99,98 %`. Three figures that count, no more. */
export function formatUnit(value: number, unit: Unit, write: Write, language: Language): string {
  if (unit === '%') return `${write(value, digitsOf(value, 2))}${language === 'fr' ? thin : ''}%`
  if (unit === 'count') return write(value, digitsOf(value, 2))
  if (unit === 'bit/s' || unit === 'Hz' || unit === 'W')
    return stepped(value, 1000, (step) => decimal[step] + unit, write)
  if (unit === 'byte' || unit === 'byte/s')
    return stepped(value, 1024, (step) => bytes(step, unit, language), write)
  if (unit === 'ms' && Math.abs(value) >= 999.5)
    return `${write(value / 1000, digitsOf(value / 1000, 2))}${space}s`
  if (unit === 's' && value !== 0 && Math.abs(value) < 1)
    return `${write(value * 1000, digitsOf(value * 1000, 2))}${space}ms`
  return `${write(value, digitsOf(value, 2))}${unit ? space + unit : ''}`
}

function stepped(value: number, size: number, name: (step: number) => string, write: Write): string {
  const step = stepOf(rounded(value, size), size)
  const scaled = value / size ** step
  return `${write(scaled, step === 0 ? 0 : digitsOf(scaled, 2))}${space}${name(step)}`
}

/** The value as it will be read: 999 870 is 1 000 k, which is 1 M. */
function rounded(value: number, size: number): number {
  const unit = size ** stepOf(value, size)
  const scaled = value / unit
  return Number(scaled.toFixed(unit === 1 ? 0 : digitsOf(scaled, 2))) * unit
}

/** How many times the value can be divided by the size: 0 for 999, 1 for 1000. */
export function stepOf(value: number, size: number): number {
  const steps = value === 0 ? 0 : Math.floor(Math.log(Math.abs(value)) / Math.log(size) + 1e-9)
  return Math.min(Math.max(steps, 0), decimal.length - 1)
}

/** French says octets. */
function bytes(step: number, unit: string, language: Language): string {
  const one = language === 'fr' ? 'o' : 'B'
  return `${binary[step]}${step > 0 ? 'i' : ''}${one}${unit.endsWith('/s') ? '/s' : ''}`
}

function digitsOf(value: number, most: number): number {
  const size = Math.abs(value)
  if (size >= 100) return 0
  return size >= 10 ? Math.min(1, most) : most
}
