import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Tick } from '../components/Tick.tsx'
import styles from './ListHead.module.css'
import type { Column, Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'
import type { ListSearch } from './use-list-search.ts'
import type { Selection } from './use-selection.ts'

interface Props<R extends Row> {
  shown: readonly ShownColumn<R>[]
  search: ListSearch
  selection: Selection<R> | undefined
  hasBoxes: boolean
  rows: readonly (R | undefined)[]
  /** A phone has no place for it: it stays for screen readers. */
  isPhone: boolean
}

/** The head of the table, which stays in sight: sorts, widens, selects all that has been read. */
function PlainHead<R extends Row>({ shown, search, selection, hasBoxes, rows, isPhone }: Props<R>) {
  const { t } = useTranslation('web')
  const read = rows.filter((row): row is R => row !== undefined)
  const chosen = selection?.rows.size ?? 0
  return (
    <div role="rowgroup" className={isPhone ? 'unseen' : styles.group}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        {hasBoxes && !selection && <span className={styles.check} />}
        {selection && (
          <div role="columnheader" className={styles.check}>
            <Tick
              label={t('list.selectAll')}
              isTicked={chosen > 0 && chosen >= read.length}
              isPartly={chosen > 0 && chosen < read.length}
              onChange={() => (chosen > 0 ? selection.clear() : selection.add(read))}
              tabIndex={isPhone ? -1 : 0}
            />
          </div>
        )}
        {shown.map(({ column, resize }, at) => (
          <div
            key={column.key}
            role="columnheader"
            className={styles.cell}
            data-align={column.align}
            data-name={at === 0 || undefined}
            aria-sort={ariaSort(column, search)}
          >
            {sortName(column) && !isPhone ? (
              <SortButton column={column} search={search} />
            ) : (
              <span>{column.label}</span>
            )}
            <span className={styles.handle} onMouseDown={resize} onTouchStart={resize} aria-hidden="true" />
          </div>
        ))}
      </div>
    </div>
  )
}

function SortButton<R extends Row>({ column, search }: { column: Column<R>; search: ListSearch }) {
  const name = sortName(column)
  const isDown = search.sort === `-${name}`
  const isSorted = isDown || search.sort === name
  const Arrow = isDown ? IconArrowNarrowDown : IconArrowNarrowUp
  return (
    <button
      type="button"
      className={styles.sort}
      data-sorted={isSorted || undefined}
      onClick={() => search.set({ sort: isSorted && !isDown ? `-${name}` : name })}
    >
      <span>{column.label}</span>
      <Arrow size={14} aria-hidden="true" className={styles.arrow} />
    </button>
  )
}

function sortName<R extends Row>({ sort, key }: Column<R>): string | undefined {
  if (sort === true) return key
  return sort || undefined
}

function ariaSort<R extends Row>(
  column: Column<R>,
  search: ListSearch,
): 'ascending' | 'descending' | undefined {
  const name = sortName(column)
  if (!name) return undefined
  if (search.sort === name) return 'ascending'
  return search.sort === `-${name}` ? 'descending' : undefined
}

/** Drawn again only when it changes, not with every step of scrolling. */
export const ListHead = memo(PlainHead) as typeof PlainHead
