/** How long values are kept: `fine` for what is measured every few seconds, `usual` for the rest. */
export const retentionClasses = ['fine', 'usual'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** Values as they came, or rolled up. */
export const resolutions = ['raw', '5m', '1h', '1d'] as const
export type Resolution = (typeof resolutions)[number]

export const dayMs = 86_400_000

/** The span of one rolled-up value. */
export const resolutionMs: Record<Resolution, number> = {
  raw: 0,
  '5m': 5 * 60_000,
  '1h': 3_600_000,
  '1d': dayMs,
}

/**
 * For how many days each resolution is kept. Five minutes summarise what is measured every few seconds; of what is
 * measured every minute they would weigh as much as the values themselves, which are kept in their place.
 */
const keptDays: Record<RetentionClass, Partial<Record<Resolution, number>>> = {
  fine: { raw: 14, '5m': 400, '1h': 1_830, '1d': 3_660 },
  usual: { raw: 400, '1h': 1_830, '1d': 3_660 },
}

/** Measured more often than this, values are `fine`. */
const fineBelowMs = 30_000

export function classOf(stepMs: number): RetentionClass {
  return stepMs < fineBelowMs ? 'fine' : 'usual'
}

/** The resolutions that a class has, from the finest. */
export function resolutionsOf(kept: RetentionClass): Resolution[] {
  return resolutions.filter((resolution) => keptDays[kept][resolution] !== undefined)
}

/** What one row of a resolution covers, and one partition. Dates are days of UTC. */
const spans: Record<Resolution, { row: Span; partition: Span }> = {
  raw: { row: 'day', partition: 'week' },
  '5m': { row: 'day', partition: 'month' },
  '1h': { row: 'month', partition: 'year' },
  '1d': { row: 'year', partition: 'decade' },
}
type Span = 'day' | 'week' | 'month' | 'year' | 'decade'

export function tierOf(kept: RetentionClass, resolution: Resolution): string {
  return `${kept}-${resolution}`
}

/** The time from which values of a tier are still there. */
export function keptSince(kept: RetentionClass, resolution: Resolution, nowMs: number): number {
  return nowMs - (keptDays[kept][resolution] ?? 0) * dayMs
}

/** The first day of the row in which a time lies. */
export function rowStart(resolution: Resolution, atMs: number): number {
  return startOf(spans[resolution].row, atMs)
}

export function partitionOf(resolution: Resolution, atMs: number): { startMs: number; endMs: number } {
  const span = spans[resolution].partition
  const startMs = startOf(span, atMs)
  // The longest span has 3,653 days; the middle of the next one is always past its start and before its end.
  return { startMs, endMs: startOf(span, startMs + lengthMs[span] * 1.5) }
}

const lengthMs: Record<Span, number> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
  decade: 3_652 * dayMs,
}

function startOf(span: Span, atMs: number): number {
  const day = Math.floor(atMs / dayMs)
  // The epoch was a Thursday; weeks start on Monday.
  if (span === 'week') return (day - ((day + 3) % 7)) * dayMs
  if (span === 'day') return day * dayMs
  const date = new Date(atMs)
  const year = date.getUTCFullYear()
  if (span === 'month') return Date.UTC(year, date.getUTCMonth(), 1)
  return Date.UTC(span === 'year' ? year : year - (year % 10), 0, 1)
}

/** A day of UTC as PostgreSQL's `date` wants it. */
export function dateOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}
