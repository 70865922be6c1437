import { describe, expect, test } from 'vitest'
import { ratePerSecond } from './rate.ts'
import { hasRestarted } from './uptime.ts'

const minute = (before: bigint, after: bigint, more = {}) =>
  ratePerSecond(
    { count: before, atMs: 0 },
    { count: after, atMs: 60_000 },
    { wraps: true, restarted: false, mostPerS: undefined, ...more },
  )

describe('rates', () => {
  test('are over the exact time between two answers', () => {
    const rate = ratePerSecond(
      { count: 1_000n, atMs: 5_000 },
      { count: 61_250n, atMs: 65_250 },
      { wraps: false, restarted: false, mostPerS: undefined },
    )
    expect(rate).toBe(1_000)
  })
  test('are right across the wrap of 32 bits', () => {
    expect(minute(2n ** 32n - 600n, 0n)).toBe(10)
  })
  test('are right beyond what a number holds exactly', () => {
    expect(minute(2n ** 63n, 2n ** 63n + 600n, { wraps: false })).toBe(10)
  })
  test('of a counter that was reset are not known', () => {
    expect(minute(2n ** 40n, 600n, { wraps: false })).toBeUndefined()
    expect(minute(3_000_000_000n, 600n, { restarted: true })).toBeUndefined()
    expect(minute(100n, 600n, { restarted: true })).toBeUndefined()
  })
  test('that the port cannot carry are no rates', () => {
    expect(minute(3_000_000_000n, 600n, { mostPerS: 1_000 })).toBeUndefined()
    expect(minute(0n, 600_000_000n, { mostPerS: 1_000 })).toBeUndefined()
    expect(minute(0n, 600n, { mostPerS: 10 })).toBe(10)
  })
})

describe('a restart', () => {
  test('is an uptime that went back', () => {
    expect(hasRestarted(100_000, 30, 60)).toBe(true)
    expect(hasRestarted(100_000, 100_060, 60)).toBe(false)
    expect(hasRestarted(100_000, 100_058, 60)).toBe(false)
  })
  test('is not the end of sysUpTime after 497 days', () => {
    const end = 2 ** 32 / 100
    expect(hasRestarted(end - 20, 40, 60)).toBe(false)
    expect(hasRestarted(end - 20, 10_000, 60)).toBe(true)
  })
  test('is seen where a device restarts soon after it was asked', () => {
    expect(hasRestarted(40, 20, 60)).toBe(true)
  })
})
