import { expect, test } from 'vitest'
import { readTyped, writeTyped } from './typed-date.ts'

test('a date is read as people write it, and written so', () => {
  const at = new Date(2026, 10, 27, 14, 30).toISOString()
  for (const typed of ['27/11/2026 14:30', '27.11.2026 14h30', '27/11/2026, 14:30', '2026-11-27T14:30'])
    expect(readTyped(typed, false)).toBe(at)
  expect(writeTyped(at, false)).toBe('27/11/2026 14:30')
  expect(readTyped('7/1/2026', true)).toBe('2026-01-07')
  expect(writeTyped('2026-01-07', true)).toBe('07/01/2026')
  expect(readTyped('27/11/2026', false)).toBe(new Date(2026, 10, 27).toISOString())
  expect(writeTyped(null, false)).toBe('')
})

test('what is no date is none', () => {
  for (const typed of ['', '31/11/2026', '11/27/2026', '27/11/26', '27/11/2026 25:00', 'tomorrow'])
    expect(readTyped(typed, false)).toBeNull()
})
