import { describe, expect, test } from 'vitest'
import { widthOf } from './axis.ts'

const hour = 3_600_000

describe('the width of a point', () => {
  test.each([5, 7, 14, 21, 25, 35, 40, 45, 50, 60, 70, 90, 97, 300, 420, 600, 3_600, 86_400])(
    'of values every %i s is a multiple of theirs, and shows no fewer points than it must',
    (seconds) => {
      const grid = seconds * 1_000
      for (const span of [hour, 6 * hour, 24 * hour, 7 * 24 * hour, 30 * 24 * hour, 366 * 24 * hour]) {
        const width = widthOf(span, 1_000, grid)
        expect(width % grid).toBe(0)
        expect(span / width).toBeLessThanOrEqual(1_000)
        expect(width).toBeLessThanOrEqual(2 * (Math.max(span / 1_000, grid) + grid))
      }
    },
  )

  test('is one that people can say where it may', () => {
    expect(widthOf(hour, 1_000, 5_000)).toBe(5_000)
    expect(widthOf(24 * hour, 1_000, 5_000)).toBe(120_000)
    expect(widthOf(30 * 24 * hour, 1_000, 300_000)).toBe(hour)
    expect(widthOf(hour, 1_000, 0)).toBe(5_000)
  })
})
