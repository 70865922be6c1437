import { isHeld, stateOf, type Mark, type SiteState } from './states.ts'

/** A state's shape in a box of 24 by 24, as an SVG path; `stroke` wide lines round its corners. */
export interface StateShape {
  path: string
  isHollow: boolean
  stroke: number
  /** Where a figure stands best, down from the top of the box. */
  figureY: number
}

/** One drawing per state for canvas and SVG alike: colour is never alone in telling states apart. */
const STATE_SHAPES: Record<SiteState, StateShape> = {
  ok: { path: 'M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15Z', isHollow: false, stroke: 0, figureY: 12 },
  warning: { path: 'M12 5L20 18.5H4Z', isHollow: false, stroke: 4, figureY: 14.6 },
  critical: { path: 'M6 6H18V18H6Z', isHollow: false, stroke: 4, figureY: 12 },
  unknown: { path: 'M12 4L20 12L12 20L4 12Z', isHollow: false, stroke: 4, figureY: 12 },
  unreachable: { path: 'M5.5 5.5H18.5V18.5H5.5Z', isHollow: true, stroke: 3, figureY: 12 },
  maintenance: { path: 'M8 5.5V18.5M16 5.5V18.5', isHollow: true, stroke: 4.5, figureY: 12 },
}

/** Where nothing is supervised: a small ring that is seen when it is looked for. */
const NONE_SHAPE: StateShape = {
  path: 'M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9Z',
  isHollow: true,
  stroke: 2.2,
  figureY: 12,
}

/** A mark's drawing; what somebody has in hand is its state's shape in outline. */
export function shapeOf(mark: Mark): StateShape {
  const state = stateOf(mark)
  if (!state) return NONE_SHAPE
  return isHeld(mark) ? { ...STATE_SHAPES[state], isHollow: true, stroke: 2.6 } : STATE_SHAPES[state]
}
