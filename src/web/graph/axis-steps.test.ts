import { expect, test } from 'vitest'
import { formatUnit } from '../format/unit.ts'
import { leastTopOf, stepsFor } from './axis-steps.ts'

const write = (value: number, digits = 2) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value)

test.each(['bit/s', 'ms', 's', '%', 'count', 'W', '°C'])(
  'no two lines of an axis in %s read the same',
  (unit) => {
    for (const step of stepsFor(unit).filter((each) => each <= 1_000)) {
      const written = [0, 1, 2, 3, 4, 5].map((line) => formatUnit(line * step, unit, write, 'en'))
      expect(new Set(written).size, `${step}: ${written.join(', ')}`).toBe(written.length)
    }
  },
)

test('an idle line of traffic stands below a kilobit, not below one bit', () => {
  expect(leastTopOf('bit/s')).toBe(1_000)
})
