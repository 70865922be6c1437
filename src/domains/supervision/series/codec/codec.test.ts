import { describe, expect, test } from 'vitest'
import { createReader, createWriter } from './bytes.ts'
import { decodeRuns, encodeRuns, type Run } from './runs.ts'

/** Numbers that look random and are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function runOf(values: number[], slots = values.map((_value, index) => 29_000_000 + index)): Run {
  return { series: 7, stepMs: 60_000, slots: Float64Array.from(slots), columns: [Float64Array.from(values)] }
}

const roundTrip = (run: Run) => decodeRuns(encodeRuns([run]))[0]

const shapes: Record<string, (random: () => number) => number> = {
  'a constant': () => 42.5,
  'small whole numbers': (random) => Math.floor(random() * 100) - 50,
  'rates of a 400 Gbit/s port': (random) => Math.floor(random() * 4e11),
  'counters near 2^53': (random) => 2 ** 53 - Math.floor(random() * 1e6),
  'two decimals': (random) => Math.round(random() * 1e6) / 100,
  'fifteen digits': (random) => Number((random() * 1e3).toPrecision(15)),
  'thirds and other doubles': (random) => (random() - 0.5) / 3,
  'extremes of doubles': (random) => (random() - 0.5) * 10 ** Math.floor(random() * 600 - 300),
  'few decimals and one third': (random) => (random() < 0.02 ? 1 / 3 : Math.round(random() * 100) / 10),
  'negative and large': (random) => -Math.floor(random() * 2 ** 50),
}

describe('encoded runs come back exactly', () => {
  for (const [name, make] of Object.entries(shapes))
    test(name, () => {
      for (let seed = 1; seed <= 40; seed += 1) {
        const random = seeded(seed)
        const run = runOf(Array.from({ length: 1 + Math.floor(random() * 400) }, () => make(random)))
        expect(roundTrip(run)).toEqual(run)
      }
    })

  test('with gaps of every length', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed)
      let slot = Math.floor(random() * 4e8)
      const slots = Array.from({ length: 1 + Math.floor(random() * 300) }, () => {
        slot += random() < 0.8 ? 1 : 1 + Math.floor(random() ** 4 * 1e6)
        return slot
      })
      const run = runOf(
        slots.map(() => Math.floor(random() * 1e4)),
        slots,
      )
      expect(roundTrip(run)).toEqual(run)
    }
  })

  test('many runs of different steps, with four columns each', () => {
    const random = seeded(9)
    const runs = Array.from({ length: 300 }, (_none, index): Run => {
      const count = 1 + Math.floor(random() * 4)
      const column = () => Float64Array.from({ length: count }, () => Math.floor(random() * 1e9) / 1e3)
      return {
        series: index * index,
        stepMs: index % 2 === 0 ? 5_000 : 60_000,
        slots: Float64Array.from({ length: count }, (_one, offset) => 350_000_000 + index + offset),
        columns: [column(), column(), column(), column()],
      }
    })
    expect(decodeRuns(encodeRuns(runs))).toEqual(runs)
  })

  test('minus zero comes back as zero', () => {
    expect(Object.is(roundTrip(runOf([-0, -0]))?.columns[0]![1], 0)).toBe(true)
    expect(Object.is(roundTrip(runOf([-0, 1 / 3]))?.columns[0]![0], 0)).toBe(true)
  })
})

describe('what is not storable is refused, what is damaged is not believed', () => {
  test('values that are no finite numbers', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(() => encodeRuns([runOf([1, value])])).toThrow(RangeError)
  })

  test('slots that do not ascend', () => {
    expect(() => encodeRuns([runOf([1, 2], [5, 5])])).toThrow('ascend')
    expect(() => encodeRuns([runOf([1, 2], [5, 4])])).toThrow('ascend')
  })

  test('truncated and mutated bytes throw or give numbers, and never hang', () => {
    const random = seeded(3)
    const bytes = encodeRuns([runOf(Array.from({ length: 30 }, () => Math.floor(random() * 1e7)))])
    for (let round = 0; round < 3_000; round += 1) {
      const mutated = Buffer.from(bytes.subarray(0, 1 + Math.floor(random() * bytes.length)))
      mutated[Math.floor(random() * mutated.length)]! ^= 1 << Math.floor(random() * 8)
      try {
        decodeRuns(mutated)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }
  })
})

test('integers of every length come back through the writer', () => {
  const writer = createWriter(4)
  const numbers = Array.from({ length: 53 }, (_none, bits) => [2 ** bits - 1, 2 ** bits]).flat()
  for (const number of numbers) writer.varint(number)
  for (const number of numbers.filter((one) => one < 2 ** 51)) writer.zigzag(-number)
  const reader = createReader(writer.bytes())
  for (const number of numbers) expect(reader.varint()).toBe(number)
  for (const number of numbers.filter((one) => one < 2 ** 51)) expect(reader.zigzag()).toBe(-number || 0)
  expect(reader.isAtEnd()).toBe(true)
})

describe('bytes for a value, a day at 60 s', () => {
  const day = (make: (random: () => number, index: number) => number) => {
    const random = seeded(5)
    return (
      encodeRuns([runOf(Array.from({ length: 1_440 }, (_none, index) => make(random, index)))]).length / 1_440
    )
  }

  test('nothing happens: almost nothing is stored', () => {
    expect(day(() => 0)).toBeLessThan(0.02)
    expect(day((_random, index) => 1_000 + index * 60)).toBeLessThan(0.05)
  })

  test('a nearly idle port takes less than a byte, a busy one less than four', () => {
    expect(day((random) => (random() < 0.2 ? Math.floor(random() * 4_000) : 0))).toBeLessThan(1)
    expect(day((random) => 50_000_000 + Math.floor(random() * 8_000_000))).toBeLessThan(3.5)
  })
})
