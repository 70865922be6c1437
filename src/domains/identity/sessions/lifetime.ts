import { nowMs } from '#kernel/clock'

const dayMs = 24 * 3_600_000
/** However much it is used. */
export const longestSessionMs = 30 * dayMs
/** Without being used. */
export const idleSessionMs = 14 * dayMs

/** When a session that is used now expires. */
export function sessionExpiry(createdMs: number): Date {
  return new Date(Math.min(createdMs + longestSessionMs, nowMs() + idleSessionMs))
}
