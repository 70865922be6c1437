import { memo } from 'react'
import { Link } from '../components/Link.tsx'
import { Tick } from '../components/Tick.tsx'
import { useSay } from '../say.ts'
import { Branch } from './Branch.tsx'
import styles from './ListRow.module.css'
import type { Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'
import type { ListKeys } from './use-list-keys.ts'

export interface ListRowProps<R extends Row> {
  /** Undefined while it is on its way. */
  row: R | undefined
  index: number
  top: number
  height: number
  shown: readonly ShownColumn<R>[]
  isActive: boolean
  isPeeked: boolean
  isSelected: boolean
  /** Chooses the row or leaves it; absent where there is nothing to do with several. */
  toggle: ((row: R) => void) | undefined
  /** Something is chosen: a phone shows its boxes. */
  isChoosing: boolean
  keys: ListKeys<R>
  href: string | undefined
  /** In a tree: how deep it lies, from 1. */
  level: number | undefined
  /** In a tree: whether what lies below is shown; undefined where nothing does. */
  isOpen: boolean | undefined
  fold: ((id: string) => void) | undefined
}

/** One row. A click looks at it; its name is a link, so that it can be opened in a tab of its own. */
function PlainRow<R extends Row>(props: ListRowProps<R>) {
  const { row, index, top, height, shown, isActive, isPeeked, isSelected, toggle, keys, href } = props
  const { level, isOpen, fold } = props
  const t = useSay()
  const place = { transform: `translateY(${top}px)`, height }
  if (!row)
    return (
      <div role="row" aria-rowindex={index + 2} className={styles.row} style={place} data-waiting="true">
        <div role="gridcell" className={styles.waiting} />
      </div>
    )
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={toggle ? isSelected : undefined}
      aria-level={level}
      aria-expanded={isOpen}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      data-tree={level ? true : undefined}
      data-active={isActive || undefined}
      data-peeked={isPeeked || undefined}
      className={styles.row}
      style={place}
      onClick={(event) => {
        if (!isOfItself(event.target)) keys.open(row, index)
      }}
      onFocus={() => keys.setActive(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) keys.open(row, index)
      }}
    >
      {toggle && (
        <div role="gridcell" className={styles.check}>
          <Tick
            label={t('web:list.selectRow')}
            isTicked={isSelected}
            onChange={() => toggle(row)}
            tabIndex={isActive ? 0 : -1}
          />
        </div>
      )}
      {shown.map(({ column }, at) => (
        <div
          key={column.key}
          role="gridcell"
          className={styles.cell}
          data-align={column.align}
          data-name={at === 0 || undefined}
        >
          {at === 0 && level && fold && <Branch level={level} isOpen={isOpen} toggle={() => fold(row.id)} />}
          {at === 0 && href ? (
            <Link href={href} className={styles.name} tabIndex={isActive ? 0 : -1}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  )
}

/** Whether what was clicked does something by itself (a link, a button, a box to tick). */
export function isOfItself(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null
}

/** Drawn again only when it changes, not with every step of scrolling. */
export const ListRow = memo(PlainRow) as typeof PlainRow
