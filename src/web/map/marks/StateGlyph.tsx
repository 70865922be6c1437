import type { MapColours } from '../colours.ts'
import { STATE_SHAPES } from '../shapes.ts'
import type { SiteState } from '../states.ts'

/** A state's shape as on the map, beside its word. */
export function StateGlyph({ state, colours }: { state: SiteState; colours: MapColours }) {
  const shape = STATE_SHAPES[state]
  const colour = colours.states[state].fill
  return (
    <svg width="14" height="14" viewBox="0 0 24 24" aria-hidden="true" className="map-glyph">
      <path
        d={shape.path}
        fill={shape.isHollow ? 'none' : colour}
        stroke={shape.stroke > 0 ? colour : 'none'}
        strokeWidth={shape.stroke}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
