import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiList } from '../api.ts'
import { usePreferences } from '../preferences.ts'
import { densities } from '../theme/tokens.ts'
import { ListCard } from './ListCard.tsx'
import { ListHead } from './ListHead.tsx'
import { ListRow } from './ListRow.tsx'
import { LoadingRows } from './LoadingRows.tsx'
import styles from './ListTable.module.css'
import type { Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'
import type { ListKeys } from './use-list-keys.ts'
import type { ListSearch } from './use-list-search.ts'
import { useScrollMemory } from './use-scroll-memory.ts'
import type { Selection } from './use-selection.ts'

interface Props<R extends Row> {
  label: string
  rows: readonly (R | undefined)[]
  list: Pick<ApiList<unknown>, 'look' | 'isLoading' | 'isPrevious'>
  shown: readonly ShownColumn<R>[]
  search: ListSearch
  /** Absent where there is nothing to do with several rows. */
  selection: Selection<R> | undefined
  active: number
  keys: ListKeys<R>
  href: ((row: R) => string) | undefined
  isPhone: boolean
}

const headHeight = 36
const cardHeight = 64

/** The table: only the rows on screen are in the page, whatever the length of the list. */
export function ListTable<R extends Row>(props: Props<R>) {
  const { label, rows, list, shown, search, selection, active, keys, href, isPhone } = props
  const { t } = useTranslation('web')
  const [{ density }] = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  const height = isPhone ? cardHeight : densities[density].row
  const memory = useScrollMemory(place)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: memory,
    paddingStart: isPhone ? 0 : headHeight,
    scrollPaddingStart: headHeight + 8,
    scrollPaddingEnd: 8,
  })
  useLayoutEffect(() => virtual.measure(), [height, virtual])

  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { look } = list
  useEffect(() => look(first, last), [look, first, last])

  keys.onMove.current = (at) => {
    virtual.scrollToIndex(at)
    // Once the row is in the page: the keyboard's focus follows the row.
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true }),
    )
  }

  const tracks = [selection ? '40px' : '', ...shown.map(({ track }) => track)].join(' ')
  const width = shown.reduce((sum, column) => sum + column.width, selection ? 40 : 0)
  if (list.isLoading) return <LoadingRows columns={isPhone ? 1 : shown.length} height={height} />
  return (
    <div className={styles.scroller} ref={place} data-previous={list.isPrevious || undefined}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection ? true : undefined}
        className={styles.table}
        style={
          {
            height: virtual.getTotalSize(),
            minWidth: isPhone ? undefined : width,
            '--tracks': tracks,
          } as React.CSSProperties
        }
      >
        <ListHead shown={shown} search={search} selection={selection} rows={rows} isPhone={isPhone} />
        <div role="rowgroup">
          {items.map((item) => {
            const row = rows[item.index]
            const Shape = isPhone ? ListCard : ListRow
            return (
              <Shape<R>
                key={row?.id ?? `row-${item.index}`}
                row={row}
                index={item.index}
                top={item.start}
                height={height}
                shown={shown}
                isActive={item.index === active}
                isPeeked={row !== undefined && row.id === search.peek}
                isSelected={row !== undefined && (selection?.has(row.id) ?? false)}
                selection={selection}
                keys={keys}
                href={row && href?.(row)}
              />
            )
          })}
        </div>
      </div>
      <p className="unseen">{t('list.help')}</p>
    </div>
  )
}
