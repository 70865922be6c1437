import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { go } from '../navigate.ts'
import type { Row } from './types.ts'
import type { ListSearch } from './use-list-search.ts'
import type { Selection } from './use-selection.ts'

interface Given<R extends Row> {
  rows: readonly (R | undefined)[]
  active: number
  setActive: (at: number) => void
  selection: Selection<R>
  search: ListSearch
  href: ((row: R) => string | undefined) | undefined
  hasPeek: boolean
  filterInput: RefObject<HTMLInputElement | null>
}

export interface ListKeys<R extends Row> {
  /** Tells the table to bring a row into sight and to focus it. */
  onMove: RefObject<((at: number) => void) | undefined>
  move: (by: number) => void
  /** A click on a row: looks at it, or goes there. */
  open: (row: R, at: number) => void
  setActive: (at: number) => void
  closePeek: () => void
}

/** What the keyboard does in a list, and what a click does in the same words. */
export function useListKeys<R extends Row>(given: Given<R>): ListKeys<R> {
  const { t } = useTranslation('web')
  const { rows, active, setActive, selection, search, href, hasPeek, filterInput } = given
  const onMove = useRef<((at: number) => void) | undefined>(undefined)
  const peekAt = useCallback((row: R | undefined) => row && search.set({ peek: row.id }), [search])

  const move = (by: number) => {
    const to = Math.min(Math.max(active + by, 0), rows.length - 1)
    setActive(to)
    onMove.current?.(to)
    if (search.peek) peekAt(rows[to])
  }
  const visit = () => {
    const row = rows[active]
    const to = row && href?.(row)
    if (to) go(to)
  }
  const togglePeek = () =>
    search.peek === rows[active]?.id ? search.set({ peek: undefined }) : peekAt(rows[active])

  // The row that the address says is looked at is the active one, also after a reload.
  const peeked = search.peek
  useEffect(() => {
    if (!peeked || rows[active]?.id === peeked) return
    const at = rows.findIndex((row) => row?.id === peeked)
    if (at >= 0) setActive(at)
  }, [peeked, rows, active, setActive])

  useShortcuts([
    { keys: 'j', label: t('list.keys.next'), run: () => move(1) },
    { keys: 'ArrowDown', run: () => move(1) },
    { keys: 'k', label: t('list.keys.previous'), run: () => move(-1) },
    { keys: 'ArrowUp', run: () => move(-1) },
    { keys: 'PageDown', run: () => move(15) },
    { keys: 'PageUp', run: () => move(-15) },
    { keys: 'Home', run: () => move(-rows.length) },
    { keys: 'End', run: () => move(rows.length) },
    { keys: '/', label: t('list.keys.filter'), run: () => filterInput.current?.focus() },
  ])
  useShortcuts([
    { keys: 'x', label: t('list.keys.select'), run: () => rows[active] && selection.toggle(rows[active]) },
  ])
  useShortcuts(
    [
      { keys: 'p', label: t('list.keys.peek'), run: togglePeek },
      { keys: ' ', run: togglePeek },
    ],
    hasPeek,
  )
  useShortcuts([{ keys: 'o', label: t('list.keys.open'), run: visit }], href !== undefined)
  useShortcuts(
    [{ keys: 'Escape', label: t('list.keys.leave'), run: () => search.set({ peek: undefined }) }],
    peeked !== undefined,
  )
  useShortcuts([{ keys: 'Escape', run: selection.clear }], peeked === undefined && selection.rows.size > 0)

  const open = (row: R, at: number) => {
    setActive(at)
    if (hasPeek) return search.set({ peek: row.id })
    const to = href?.(row)
    if (to) go(to)
  }
  // Rows are drawn again only when they change: what they are given stays the same.
  const latest = useRef({ move, open, search })
  latest.current = { move, open, search }
  return useMemo(
    () => ({
      onMove,
      move: (by) => latest.current.move(by),
      open: (row, at) => latest.current.open(row, at),
      setActive,
      closePeek: () => latest.current.search.set({ peek: undefined }),
    }),
    [setActive],
  )
}
