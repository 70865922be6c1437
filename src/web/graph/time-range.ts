import { useMemo } from 'react'
import { now, useNow } from '../clock.ts'
import { useFirstRange, useSpan } from './first-range.tsx'
import { numeric, oneOf, useSearch } from '../search.ts'

const hour = 3_600_000
export const ranges = {
  '1h': hour,
  '6h': 6 * hour,
  '24h': 24 * hour,
  '7d': 168 * hour,
  '30d': 720 * hour,
  '1y': 8766 * hour,
} as const
export type RangeName = keyof typeof ranges
const names = Object.keys(ranges) as RangeName[]

const zoomed = { from: numeric(), to: numeric() }
const schemas = {
  '1h': { range: oneOf(names, '1h'), ...zoomed },
  '6h': { range: oneOf(names, '6h'), ...zoomed },
  '24h': { range: oneOf(names, '24h'), ...zoomed },
}

export interface TimeRange {
  /** Milliseconds since 1970. */
  from: number
  to: number
  /** Null where the person zoomed to a time of his own: then it does not move on. */
  name: RangeName | null
  choose: (name: RangeName) => void
  zoom: (from: number, to: number) => void
  /** Back to the range that moves on. */
  reset: () => void
}

/** Shorter, and there would be nothing to see between two values. */
const leastSpan = 10_000

function atLeast(start: number, stop: number): { from: number; to: number } {
  const to = Math.round(stop)
  return { from: Math.min(Math.round(start), to - leastSpan), to }
}

/** The page's one range of time, in its address. All graphs of a page share it; a range up to now moves on with it. */
export function useTimeRange(): TimeRange {
  const [{ range, from, to }, set] = useSearch(schemas[useFirstRange()])
  const length = ranges[range]
  // Often enough that the last point is at most a pixel or two behind.
  const step = Math.max(10_000, Math.round(length / 800))
  const end = Math.floor(useNow(step) / 1000) * 1000 + step
  const span = useSpan()
  const isFixed = from !== null && to !== null && to > from
  return useMemo(
    () => ({
      ...(isFixed
        ? { from, to, name: null }
        : span
          ? { ...span, name: null }
          : { from: end - length, to: end, name: range }),
      choose: (name) => set({ range: name, from: null, to: null }),
      zoom: (start, stop) => set(atLeast(start, Math.min(stop, now())), { replace: false }),
      reset: () => set({ from: null, to: null }),
    }),
    [isFixed, span, from, to, end, length, range, set],
  )
}
