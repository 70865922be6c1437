/** How a site is, in the words of the whole product. */
export type SiteState = 'ok' | 'warning' | 'critical' | 'unknown' | 'unreachable' | 'maintenance'

/** What somebody has in hand: it stays wrong, and needs nobody else. */
export type HeldMark = 'held-critical' | 'held-warning' | 'held-unknown'

/** How a site is drawn: its state, in outline where somebody has it in hand; `none` where nothing is supervised. */
export type Mark = SiteState | HeldMark | 'none'

/**
 * From what needs a person most to what needs nobody. Unreachable stands behind unknown: its cause is shown
 * elsewhere, whereas nobody knows of the unknown.
 */
export const MARKS_WORST_FIRST: readonly Mark[] = [
  'critical',
  'warning',
  'unknown',
  'unreachable',
  'held-critical',
  'held-warning',
  'held-unknown',
  'maintenance',
  'ok',
  'none',
]

/** How much a mark needs a person: 0 for where nothing is supervised, most for critical. */
export function rankOf(mark: Mark): number {
  return MARKS_WORST_FIRST.length - 1 - MARKS_WORST_FIRST.indexOf(mark)
}

/** The state that a mark shows; undefined where there is none. */
export function stateOf(mark: Mark): SiteState | undefined {
  if (mark === 'none') return undefined
  return isHeld(mark) ? (mark.slice('held-'.length) as SiteState) : mark
}

export function isHeld(mark: Mark): mark is HeldMark {
  return mark.startsWith('held-')
}

/** How a site in this state is drawn. What is unreachable is hollow as it is. */
export function markOf(state: SiteState | null, isInHand: boolean): Mark {
  if (state === null) return 'none'
  if (isInHand && (state === 'critical' || state === 'warning' || state === 'unknown')) return `held-${state}`
  return state
}

/** A site as the map draws it. */
export interface MapSite {
  id: string
  name: string
  /** Degrees, WGS 84. */
  latitude: number
  longitude: number
  mark: Mark
  /** Operational level, 5 hurts most. */
  level: 1 | 2 | 3 | 4 | 5
  /** Assets on the site. */
  count: number
}
