import { createContext, useContext, useMemo, useState } from 'react'
import { now } from '../clock.ts'
import type { Instant } from '../format.ts'

export type FirstRange = '1h' | '6h' | '24h'

const hour = 3_600_000

/** A length of time that graphs show in place of the last hours. */
export interface Span {
  from: number
  to: number
}
const SpanContext = createContext<Span | null>(null)

/** Graphs of what happened in this time, until somebody zooms. */
export function GraphsOver({ from, to, children }: Span & { children: React.ReactNode }) {
  return <SpanContext value={useMemo(() => ({ from, to }), [from, to])}>{children}</SpanContext>
}

export const useSpan = () => useContext(SpanContext)

const FirstRangeContext = createContext<FirstRange>('24h')

/** What graphs show until somebody chooses: a thing that is known since an hour has no day to show. */
export function GraphsOf({ since, children }: { since: Instant; children: React.ReactNode }) {
  const [range] = useState(() => firstRangeOf(now() - new Date(since).getTime()))
  return <FirstRangeContext value={range}>{children}</FirstRangeContext>
}

export const useFirstRange = () => useContext(FirstRangeContext)

function firstRangeOf(ageMs: number): FirstRange {
  if (ageMs < hour) return '1h'
  return ageMs < 6 * hour ? '6h' : '24h'
}
