import type { Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'

/** Pixels of the column with the boxes to tick. */
const boxWidth = 52

/** The columns of the table's grid, for its head, its rows and their skeletons alike. */
export function tracksOf<R extends Row>(
  shown: readonly ShownColumn<R>[],
  hasBoxes: boolean,
): React.CSSProperties {
  const tracks = [hasBoxes ? `${boxWidth}px` : '', ...shown.map(({ track }) => track)].join(' ')
  const width = shown.reduce((sum, column) => sum + column.width, hasBoxes ? boxWidth : 0)
  return { '--tracks': tracks, minWidth: width } as React.CSSProperties
}

/** Of the columns those that a width holds whole, the name in any case: beside a peek the others are put away. */
export function fitting<R extends Row>(
  shown: readonly ShownColumn<R>[],
  width: number,
  hasBoxes: boolean,
): readonly ShownColumn<R>[] {
  let left = width - (hasBoxes ? boxWidth : 0)
  const tooMany = shown.findIndex((column, at) => (left -= column.width) < 0 && at > 0)
  return tooMany < 0 ? shown : shown.slice(0, tooMany)
}
