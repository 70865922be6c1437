import { useCallback, useMemo, useState } from 'react'
import type { Row } from './types.ts'

export interface Selection<R extends Row> {
  rows: ReadonlyMap<string, R>
  has: (id: string) => boolean
  toggle: (row: R) => void
  /** Adds all of these. */
  add: (rows: readonly R[]) => void
  clear: () => void
}

/** The rows that are chosen, with what they were when they were chosen: they may since have scrolled out of sight. */
export function useSelection<R extends Row>(): Selection<R> {
  const [rows, setRows] = useState<ReadonlyMap<string, R>>(new Map())
  const toggle = useCallback(
    (row: R) =>
      setRows((before) => {
        const after = new Map(before)
        if (!after.delete(row.id)) after.set(row.id, row)
        return after
      }),
    [],
  )
  const add = useCallback(
    (more: readonly R[]) =>
      setRows((before) => new Map([...before, ...more.map((row) => [row.id, row] as const)])),
    [],
  )
  const clear = useCallback(() => setRows(new Map()), [])
  return useMemo(() => ({ rows, has: (id) => rows.has(id), toggle, add, clear }), [rows, toggle, add, clear])
}
