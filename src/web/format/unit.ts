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

/**
 * A value with its unit: `12,4 Mbit/s`, `3,2 Gio`, `99,98 %`. Three figures that count, no more; on an axis as many as its
 * step has, so that no two of its values read alike and none reads as another one.
 */
export function formatUnit(
  value: number,
  unit: Unit,
  write: Write,
  language: Language,
  step?: number,
): string {
  const said: Said = (one, scale = 1, most = 2) =>
    write(one / scale, step === undefined ? digitsOf(one / scale, most) : digitsOfStep(step / scale))
  if (unit === '%') return `${said(value)}${language === 'fr' ? thin : ''}%`
  if (unit === 'count') return said(value)
  if (unit === 'bit/s' || unit === 'Hz' || unit === 'W')
    return stepped(value, 1000, (power) => decimal[power] + unit, said)
  if (unit === 'byte' || unit === 'byte/s')
    return stepped(value, 1024, (power) => bytes(power, unit, language), said)
  if (unit === 'ms' && Math.abs(value) >= 999.5) return `${said(value, 1000)}${space}s`
  if (unit === 's' && value !== 0 && Math.abs(value) < 1) return `${said(value, 0.001)}${space}ms`
  return `${said(value)}${unit ? space + unit : ''}`
}

/** A number divided by its scale, with at most so many figures after the comma where no step says how many. */
type Said = (value: number, scale?: number, most?: number) => string

function stepped(value: number, size: number, name: (power: number) => string, said: Said): string {
  const power = stepOf(rounded(value, size), size)
  return `${said(value, size ** power, power === 0 ? 0 : 2)}${space}${name(power)}`
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

/** Figures after the comma that a step of an axis has: 2 of 0.25, 0 of 50. Finer ones are the rounding of the division. */
function digitsOfStep(step: number): number {
  for (let digits = 0; digits < 6; digits++) {
    const whole = step * 10 ** digits
    if (Math.round(whole) > 0 && Math.abs(whole - Math.round(whole)) < 1e-6 * whole) return digits
  }
  return 6
}
