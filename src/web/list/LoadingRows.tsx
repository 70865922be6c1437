import { useTranslation } from 'react-i18next'
import { Skeleton } from '../components/Skeleton.tsx'
import styles from './LoadingRows.module.css'

const widths = ['62%', '48%', '74%', '55%', '68%', '43%', '59%', '51%']

/** Rows of the true height, until the first answer comes. */
export function LoadingRows({ columns, height }: { columns: number; height: number }) {
  const { t } = useTranslation('web')
  return (
    <div className={styles.rows} role="status" aria-label={t('loading')}>
      {Array.from({ length: 16 }, (_row, at) => (
        <div
          key={at}
          className={styles.row}
          style={{ height, gridTemplateColumns: `2fr repeat(${Math.max(columns - 1, 0)}, 1fr)` }}
        >
          {Array.from({ length: columns }, (_cell, column) => (
            <Skeleton key={column} width={widths[(at * 3 + column) % widths.length] ?? '50%'} height={10} />
          ))}
        </div>
      ))}
    </div>
  )
}
