import { largestInteger } from './integers.ts'

const powers = Array.from({ length: 16 }, (_none, exponent) => 10 ** exponent)

/**
 * How many decimals make every value a whole number that gives the value back exactly when divided again (both steps
 * round correctly, so any value that was written with up to 15 digits does). Undefined where there is no such number:
 * thirds, or magnitudes that integers here do not carry.
 */
export function commonDecimals(values: Float64Array): number | undefined {
  let decimals = 0
  for (const value of values) {
    while (!isExact(value, decimals)) {
      decimals += 1
      if (decimals >= powers.length) return undefined
    }
  }
  // More decimals may have made an earlier value too large, or inexact.
  return values.every((value) => isExact(value, decimals)) ? decimals : undefined
}

function isExact(value: number, decimals: number): boolean {
  const power = powers[decimals]!
  const whole = Math.round(value * power)
  return whole <= largestInteger && whole >= -largestInteger && whole / power === value
}

export function toWhole(values: Float64Array, decimals: number): Float64Array {
  const power = powers[decimals]!
  // Adding zero turns -0, which no varint carries, into 0.
  return values.map((value) => Math.round(value * power) + 0)
}

export function fromWhole(values: Float64Array, decimals: number): void {
  if (decimals === 0) return
  const power = powers[decimals]
  if (power === undefined) throw new RangeError('an encoded series has too many decimals')
  for (let index = 0; index < values.length; index += 1) values[index] = values[index]! / power
}
