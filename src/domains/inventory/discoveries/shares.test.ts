import { expect, test } from 'vitest'
import { sharesOf } from './shares.ts'

const one = (id: string, organisationId: string, packetsPerSecond: number) => ({
  id,
  organisationId,
  packetsPerSecond,
})

test('one that runs alone has all that it is allowed', () => {
  expect([...sharesOf([one('a', 'north', 200)])]).toEqual([['a', 200]])
})

test('organisations have equal parts, however many discoveries they run', () => {
  const shares = sharesOf([one('a', 'north', 200), one('b', 'south', 200), one('c', 'south', 200)])
  expect(Object.fromEntries(shares)).toEqual({ a: 100, b: 50, c: 50 })
})

test('what one may not use goes to the others, and the sum is never above the fastest', () => {
  const shares = sharesOf([one('a', 'north', 10), one('b', 'south', 300), one('c', 'east', 300)])
  expect(Object.fromEntries(shares)).toEqual({ a: 10, b: 145, c: 145 })
})
