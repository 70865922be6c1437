import { createContext, useContext, useState } from 'react'
import { now } from '../clock.ts'
import type { Instant } from '../format.ts'

export type FirstRange = '1h' | '6h' | '24h'

const hour = 3_600_000
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
