import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnSizingState,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Column, Row } from './types.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
})
const noRows: object[] = []

/**
 * Which columns are shown, in which order and how wide. The rows are not given to the table: they are virtual, and come
 * page by page.
 */
export function useColumns<R extends Row>(
  columns: readonly Column<R>[],
  chosen: readonly string[] | undefined,
) {
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>({})
  const shown = chosen ?? columns.filter((column) => !column.isHidden).map((column) => column.key)
  const first = columns[0]?.key ?? ''
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.key, size: column.width ?? 160, minSize: 64 })),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: {
      columnSizing,
      // The name always stands first: a row without it would be nothing.
      columnOrder: [first, ...shown.filter((key) => key !== first)],
      columnVisibility: Object.fromEntries(
        columns.map(({ key }) => [key, key === first || shown.includes(key)]),
      ),
    },
    onColumnSizingChange: setColumnSizing,
  })
  const order = shown.join()
  return useMemo(() => {
    const byKey = new Map(columns.map((column) => [column.key, column]))
    const growing = columns.find((column) => column.grow)?.key ?? first
    return (table.getHeaderGroups()[0]?.headers ?? []).flatMap((header) => {
      const column = byKey.get(header.column.id)
      if (!column) return []
      const width = header.getSize()
      const isGrowing = column.key === growing && columnSizing[column.key] === undefined
      const track = isGrowing ? `minmax(${width}px, 1fr)` : `${width}px`
      return [{ column, track, width, resize: header.getResizeHandler() }]
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the table is a new object each time; these are what it shows
  }, [columns, columnSizing, order, first])
}

export type ShownColumn<R extends Row> = ReturnType<typeof useColumns<R>>[number]
