import { expect, test } from 'vitest'
import { lonely } from './lonely.ts'

test('a value is alone where a gap or the end lies on both sides', () => {
  expect(lonely([7])).toEqual([0])
  expect(lonely([null, 0, null, 3, 4, null, 5])).toEqual([1, 6])
  expect(lonely([1, 2])).toEqual([])
  expect(lonely([null, undefined])).toEqual([])
})
