import { markColour, type MapColours } from '../colours.ts'
import { shapeOf } from '../shapes.ts'
import type { Mark } from '../states.ts'

/** A mark's shape as on the map, beside its word. */
export function StateGlyph({ mark, colours }: { mark: Mark; colours: MapColours }) {
  const shape = shapeOf(mark)
  const colour = markColour(mark, colours).fill
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
