import { useTranslation } from 'react-i18next'
import { Checkbox } from '@mantine/core'
import { Link } from '../components/Link.tsx'
import styles from './ListCard.module.css'
import { isOfItself, type ListRowProps } from './ListRow.tsx'
import type { Row } from './types.ts'

/** A row on a phone: its name, one thing at the right, a line below. */
export function ListCard<R extends Row>({
  row,
  index,
  top,
  height,
  shown,
  isActive,
  isSelected,
  selection,
  keys,
  href,
}: ListRowProps<R>) {
  const { t } = useTranslation('web')
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
      aria-selected={selection ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      className={styles.card}
      style={place}
      onClick={(event) => {
        if (!isOfItself(event.target)) keys.open(row, index)
      }}
      onFocus={() => keys.setActive(index)}
    >
      {selection && selection.rows.size > 0 && (
        <div role="gridcell">
          <Checkbox
            aria-label={t('list.selectRow')}
            checked={isSelected}
            onChange={() => selection.toggle(row)}
          />
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
