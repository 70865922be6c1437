/** How a site is, in the words of the whole product. */
export type SiteState = 'ok' | 'warning' | 'critical' | 'unknown' | 'unreachable' | 'maintenance'

/**
 * From what needs a person most to what needs nobody. Unreachable stands behind unknown: its cause is shown
 * elsewhere, whereas nobody knows of the unknown.
 */
export const STATES_WORST_FIRST: readonly SiteState[] = [
  'critical',
  'warning',
  'unknown',
  'unreachable',
  'maintenance',
  'ok',
]

/** How bad a state is: 0 for ok, 5 for critical. */
export function rankOf(state: SiteState): number {
  return STATES_WORST_FIRST.length - 1 - STATES_WORST_FIRST.indexOf(state)
}

/** A site as the map draws it. */
export interface MapSite {
  id: string
  name: string
  /** Degrees, WGS 84. */
  latitude: number
  longitude: number
  state: SiteState
  /** Operational level, 5 hurts most. */
  level: 1 | 2 | 3 | 4 | 5
  /** Assets on the site. */
  count: number
}
