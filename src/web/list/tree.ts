import { useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import type { Row } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

/** Rows that lie below one another: a tree as long as they are sorted by the way to them and nothing is filtered. */
export interface Tree<R extends Row> {
  sort: string
  /** From 1, at the top. */
  level: (row: R) => number
  hasBelow: (row: R) => boolean
}

export interface Branches<R extends Row> {
  level: (row: R) => number
  /** Undefined for a row that nothing lies below. */
  isOpen: (row: R) => boolean | undefined
  toggle: (id: string) => void
}

/** The most that the API takes; who folds more has the first ones open again. */
const mostFolded = 200

/** What is folded stands in the address, as `folded`; the API leaves out what lies below. */
export function useFolds(search: ListSearch, isTree: boolean) {
  const said = isTree ? (search.raw.folded ?? '') : ''
  const folded = useMemo(() => said.split(',').filter(Boolean), [said])
  const latest = useRef({ folded, search })
  latest.current = { folded, search }
  const toggle = useCallback((id: string) => {
    const { folded: before, search: now } = latest.current
    const after = before.includes(id) ? before.filter((one) => one !== id) : [...before, id]
    now.set({ folded: after.slice(-mostFolded).join(',') || undefined })
  }, [])
  return { folded, toggle }
}

/** The rows of a tree as the table draws them; undefined where they are not one now. */
export function useBranches<R extends Row>(
  tree: Tree<R> | undefined,
  { folded, toggle }: ReturnType<typeof useFolds>,
): Branches<R> | undefined {
  return useMemo(
    () =>
      tree && {
        level: tree.level,
        isOpen: (row) => (tree.hasBelow(row) ? !folded.includes(row.id) : undefined),
        toggle,
      },
    [tree, folded, toggle],
  )
}

/** Right opens the row, then goes down into it; left folds it, then goes up to the one above (ARIA's treegrid). */
export function useTreeKeys<R extends Row>(
  branches: Branches<R> | undefined,
  rows: readonly (R | undefined)[],
  active: number,
  move: (by: number) => void,
): void {
  const { t } = useTranslation('web')
  const right = () => {
    const row = rows[active]
    const isOpen = row && branches?.isOpen(row)
    if (isOpen === false) branches?.toggle(row!.id)
    if (isOpen) move(1)
  }
  const left = () => {
    const row = rows[active]
    if (!row || !branches) return
    if (branches.isOpen(row)) return branches.toggle(row.id)
    const level = branches.level(row)
    const above = rows.findLastIndex(
      (one, at) => at < active && one !== undefined && branches.level(one) < level,
    )
    if (above >= 0) move(above - active)
  }
  useShortcuts(
    [
      { keys: 'ArrowRight', label: t('list.keys.unfold'), run: right },
      { keys: 'ArrowLeft', label: t('list.keys.fold'), run: left },
    ],
    branches !== undefined,
  )
}
