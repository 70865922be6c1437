import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiList } from '../api.ts'
import { usePreferences } from '../preferences.ts'
import { densities } from '../theme/tokens.ts'
import { ListCard } from './ListCard.tsx'
import { ListHead } from './ListHead.tsx'
import { ListRow } from './ListRow.tsx'
import styles from './ListTable.module.css'
import { tracksOf } from './tracks.ts'
import type { Branches } from './tree.ts'
import type { Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'
import type { ListKeys } from './use-list-keys.ts'
import type { ListSearch } from './use-list-search.ts'
import { useScrollMemory } from './use-scroll-memory.ts'
import type { Selection } from './use-selection.ts'

interface Props<R extends Row> {
  label: string
  rows: readonly (R | undefined)[]
  list: Pick<ApiList<unknown>, 'look' | 'isPrevious'>
  shown: readonly ShownColumn<R>[]
  search: ListSearch
  /** Absent where there is nothing to do with several rows. */
  selection: Selection<R> | undefined
  active: number
  keys: ListKeys<R>
  href: ((row: R) => string | undefined) | undefined
  isPhone: boolean
  branches: Branches<R> | undefined
}

const headHeight = 36
const cardHeight = 64

/** The table: only the rows on screen are in the page, whatever the length of the list. */
export function ListTable<R extends Row>(props: Props<R>) {
  const { label, rows, list, shown, search, selection, active, keys, href, isPhone, branches } = props
  const { t } = useTranslation('web')
  const [{ density }] = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  const [isAside, setIsAside] = useState(false)
  const height = isPhone ? cardHeight : densities[density].row
  const { initial, remember } = useScrollMemory()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: initial,
    paddingStart: isPhone ? 0 : headHeight,
    scrollPaddingStart: headHeight + 8,
    scrollPaddingEnd: 8,
  })
  useLayoutEffect(() => virtual.measure(), [height, virtual])
  useEffect(() => remember(virtual.scrollOffset ?? 0))
  useTop(virtual, `${search.q}|${search.sort}|${JSON.stringify(search.filters)}`)

  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { look } = list
  // Before the paint: rows that are in the cache are there at once when one comes back.
  useLayoutEffect(() => look(first, last), [look, first, last])

  keys.onMove.current = (at) => {
    virtual.scrollToIndex(at)
    // Once the row is in the page: the keyboard's focus follows the row.
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true }),
    )
  }

  return (
    <div
      className={styles.scroller}
      ref={place}
      data-previous={list.isPrevious || undefined}
      data-aside={isAside || undefined}
      onScroll={(event) => setIsAside(event.currentTarget.scrollLeft > 0)}
    >
      <div
        role={branches ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection ? true : undefined}
        className={styles.table}
        style={{
          ...(isPhone ? {} : tracksOf(shown, selection !== undefined)),
          height: virtual.getTotalSize(),
        }}
      >
        <ListHead
          shown={shown}
          search={search}
          selection={selection}
          hasBoxes={selection !== undefined}
          rows={rows}
          isPhone={isPhone}
        />
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
                toggle={selection?.toggle}
                isChoosing={(selection?.rows.size ?? 0) > 0}
                keys={keys}
                href={row && href?.(row)}
                level={row && branches?.level(row)}
                isOpen={row && branches?.isOpen(row)}
                fold={branches?.toggle}
              />
            )
          })}
        </div>
      </div>
      <p className="unseen">{t('list.help')}</p>
    </div>
  )
}

/** Another question begins at its first row. */
function useTop(virtual: { scrollToOffset: (offset: number) => void }, question: string): void {
  const before = useRef(question)
  useLayoutEffect(() => {
    if (before.current === question) return
    before.current = question
    virtual.scrollToOffset(0)
  }, [virtual, question])
}
