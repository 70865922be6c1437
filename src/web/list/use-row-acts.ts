import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { useCan } from '../session.ts'
import type { BulkAction, Row } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

interface Given<R extends Row> {
  rows: readonly (R | undefined)[]
  search: ListSearch
  actions: readonly BulkAction<R>[]
  edit: ((row: R) => void) | undefined
  /** Rows are chosen: the letters act on these. */
  isChoosing: boolean
}

/** The letters of what is done to one row: the one looked at beside the list, else the one with the keyboard. */
export function useRowActs<R extends Row>({ rows, search, actions, edit, isChoosing }: Given<R>) {
  const { t } = useTranslation('web')
  const can = useCan()
  const place = useRef<HTMLDivElement>(null)
  // Never the first row because none was chosen yet: nobody has pointed at it.
  const meant = (): R | undefined => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-index]')
    const at = focused && place.current?.contains(focused) ? Number(focused.dataset.index) : -1
    return rows.find((row) => row && row.id === search.peek) ?? rows[at]
  }
  const onRow = (act: (row: R) => void) => () => {
    const row = meant()
    if (row) act(row)
  }
  useShortcuts(
    actions
      .filter(({ right }) => can(right))
      .flatMap(({ shortcut, label, run }) =>
        shortcut ? [{ keys: shortcut, label, run: onRow((row) => run([row], () => undefined)) }] : [],
      ),
    !isChoosing,
  )
  useShortcuts(
    [{ keys: 'e', label: t('list.keys.edit'), run: onRow((row) => edit?.(row)) }],
    edit !== undefined,
  )
  return place
}
