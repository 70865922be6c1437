import { memo } from 'react'
import { Link } from '../components/Link.tsx'
import { Tick } from '../components/Tick.tsx'
import { useSay } from '../say.ts'
import styles from './ListCard.module.css'
import { isOfItself, type ListRowProps } from './ListRow.tsx'
import type { Row } from './types.ts'

/** A row on a phone: its name, one thing at the right, a line below. */
function PlainCard<R extends Row>({
  row,
  index,
  top,
  height,
  shown,
  isActive,
  isSelected,
  toggle,
  isChoosing,
  keys,
  href,
}: ListRowProps<R>) {
  const t = useSay()
  const place = { transform: `translateY(${top}px)`, height }
  if (!row)
    return (
      <div role="row" aria-rowindex={index + 2} className={styles.card} style={place}>
        <div role="gridcell" className={styles.waiting} />
      </div>
    )
  const [name, ...others] = shown.map(({ column }) => column)
  const aside = others.filter((column) => column.phone === 'aside')
  const below = others.filter((column) => column.phone === 'below')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={toggle ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      className={styles.card}
      style={place}
      onClick={(event) => {
        if (!isOfItself(event.target)) keys.open(row, index)
      }}
      onFocus={() => keys.setActive(index)}
    >
      {toggle && isChoosing && (
        <div role="gridcell">
          <Tick label={t('web:list.selectRow')} isTicked={isSelected} onChange={() => toggle(row)} />
        </div>
      )}
      <div role="gridcell" className={styles.text}>
        <div className={styles.name}>
          {href && name ? <Link href={href}>{name.cell(row)}</Link> : name?.cell(row)}
        </div>
        <div className={styles.below}>
          {below.map((column) => (
            <span key={column.key}>{column.cell(row)}</span>
          ))}
        </div>
      </div>
      <div role="gridcell" className={styles.aside}>
        {aside.map((column) => (
          <span key={column.key}>{column.cell(row)}</span>
        ))}
      </div>
    </div>
  )
}

export const ListCard = memo(PlainCard) as typeof PlainCard
