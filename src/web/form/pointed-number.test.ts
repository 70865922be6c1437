import { expect, test } from 'vitest'
import { pointedNumber } from './pointed-number.ts'

test('a coordinate copied from a map is that number, and nothing else is taken for one', () => {
  expect(pointedNumber(' 47.996 ')).toBe(47.996)
  expect(pointedNumber('\u22124.1024')).toBe(-4.1024)
  for (const other of ['47,996', '47', '1.234.567', '47.996, -4.1024', ''])
    expect(pointedNumber(other)).toBeUndefined()
})
