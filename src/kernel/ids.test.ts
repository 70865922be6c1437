import { expect, test } from 'vitest'
import { newId, uuidPattern } from './ids.ts'

test('ids are of version 7, all different, and in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.filter((id) => !uuidPattern.test(id) || id[14] !== '7' || !/[89ab]/.test(id[19]!))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
})

test('their time is that of the clock', () => {
  const ms = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(ms - Date.now())).toBeLessThan(5_000)
})
