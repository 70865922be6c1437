import { expect, test } from 'vitest'
import { formatUnit } from './unit.ts'

const write = (value: number, digits = 2) => String(Number(value.toFixed(digits)))
const said = (value: number, unit: string) => formatUnit(value, unit, write, 'en').replaceAll(/\s/g, ' ')

test('a value that rounds up to the next unit is written in it', () => {
  expect([999_400, 999_870, 1_000_000, 999.7].map((value) => said(value, 'bit/s'))).toEqual([
    '999 kbit/s',
    '1 Mbit/s',
    '1 Mbit/s',
    '1 kbit/s',
  ])
  expect([1_048_100, 1_048_576].map((value) => said(value, 'byte'))).toEqual(['1 MiB', '1 MiB'])
  expect([999.2, 999.8, 1_000].map((value) => said(value, 'ms'))).toEqual(['999 ms', '1 s', '1 s'])
})

test('each value of an axis is written whole, and no two read alike', () => {
  const axis = (unit: string, step: number, ...values: number[]) =>
    values.map((value) => formatUnit(value, unit, write, 'en', step).replaceAll(/\s/g, ' '))
  expect(axis('ms', 0.025, 0, 0.025, 0.05, 0.07500000000000001, 0.1)).toEqual([
    '0 ms',
    '0.025 ms',
    '0.05 ms',
    '0.075 ms',
    '0.1 ms',
  ])
  expect(axis('s', 0.00025, 0.00025, 0.0005, 0.00075)).toEqual(['0.25 ms', '0.5 ms', '0.75 ms'])
  expect(axis('%', 0.5, 99.5, 100, 100.5)).toEqual(['99.5%', '100%', '100.5%'])
  expect(axis('bit/s', 250, 750, 1_000, 1_250)).toEqual(['750 bit/s', '1 kbit/s', '1.25 kbit/s'])
  expect(axis('Hz', 2.5, 2.5, 5)).toEqual(['2.5 Hz', '5 Hz'])
  expect(axis('bit/s', 2_500_000, 10_000_000, 12_500_000)).toEqual(['10 Mbit/s', '12.5 Mbit/s'])
})
