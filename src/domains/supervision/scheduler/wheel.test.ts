import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createWheel, phaseOf, type Wheel } from './wheel.ts'

let wheel: Wheel
beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  wheel = createWheel((error) => {
    throw error
  })
})
afterEach(() => {
  wheel.stop()
  vi.useRealTimers()
})

const start = 1_800_000_000_000

describe('the wheel', () => {
  test('runs a task once in every period, at its own moment, for hours', async () => {
    const at: number[] = []
    const slots: (number | undefined)[] = []
    wheel.add({
      key: 'a',
      periodMs: 60_000,
      run: async (slot) => void (at.push(Date.now()), slots.push(slot)),
    })
    await vi.advanceTimersByTimeAsync(6 * 3_600_000)
    expect(at).toHaveLength(360)
    const phase = phaseOf('a', 60_000)
    expect(at.every((time) => Math.abs((time % 60_000) - phase) <= 1)).toBe(true)
    expect(slots).toEqual(at.map((time) => Math.floor((time - phase + 1) / 60_000)))
  })

  test('spreads tasks evenly over their period', () => {
    const phases = Array.from({ length: 6_000 }, (_none, index) => phaseOf(`check-${index}`, 60_000))
    for (let second = 0; second < 60; second += 10) {
      const some = phases.filter((phase) => phase >= second * 1_000 && phase < (second + 10) * 1_000).length
      expect(some).toBeGreaterThan(850)
      expect(some).toBeLessThan(1_150)
    }
  })

  test('a task that takes too long never overlaps itself, and delays no other', async () => {
    let running = 0
    let most = 0
    let others = 0
    wheel.add({
      key: 'slow',
      periodMs: 10_000,
      run: async () => {
        most = Math.max(most, (running += 1))
        await new Promise((resolve) => setTimeout(resolve, 25_000))
        running -= 1
      },
    })
    wheel.add({ key: 'quick', periodMs: 10_000, run: async () => void (others += 1) })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(most).toBe(1)
    expect(others).toBe(12)
    expect(wheel.health().skipped).toBeGreaterThan(5)
  })

  test('a turn besides comes when asked and moves no other', async () => {
    const slots: (number | undefined)[] = []
    const turn = wheel.add({ key: 'a', periodMs: 60_000, run: async (slot) => void slots.push(slot) })
    turn.soon(1_000)
    await vi.advanceTimersByTimeAsync(1_001)
    expect(slots.filter((slot) => slot === undefined)).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(slots.filter((slot) => slot !== undefined)).toHaveLength(10)
  })

  test('a removed task does not run again', async () => {
    let runs = 0
    const turn = wheel.add({ key: 'a', periodMs: 1_000, run: async () => void (runs += 1) })
    await vi.advanceTimersByTimeAsync(3_000)
    turn.remove()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(runs).toBe(3)
  })

  test('a clock set back an hour, or forward a day, neither stops nor storms', async () => {
    const at: number[] = []
    wheel.add({ key: 'a', periodMs: 60_000, run: async () => void at.push(performance.now()) })
    await vi.advanceTimersByTimeAsync(300_000)
    vi.setSystemTime(start - 3_600_000)
    await vi.advanceTimersByTimeAsync(300_000)
    vi.setSystemTime(start + 86_400_000)
    await vi.advanceTimersByTimeAsync(300_000)
    expect(at.length).toBeGreaterThanOrEqual(13)
    expect(at.length).toBeLessThanOrEqual(16)
  })
})
