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
