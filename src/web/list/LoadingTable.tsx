import { useTranslation } from 'react-i18next'
import { Skeleton } from '../components/Skeleton.tsx'
import { usePreferences } from '../preferences.ts'
import { densities } from '../theme/tokens.ts'
import { ListHead } from './ListHead.tsx'
import tableStyles from './ListTable.module.css'
import styles from './LoadingTable.module.css'
import { tracksOf } from './tracks.ts'
import type { Row } from './types.ts'
import type { ShownColumn } from './use-columns.ts'
import type { ListSearch } from './use-list-search.ts'

interface Props<R extends Row> {
  label: string
  shown: readonly ShownColumn<R>[]
  search: ListSearch
  hasBoxes: boolean
  isPhone: boolean
}

const widths = ['62%', '48%', '74%', '55%', '68%', '43%', '59%', '51%']
const cardHeight = 64

/** Rows of the true shape below the true head, until the first answer comes. */
export function LoadingTable<R extends Row>({ label, shown, search, hasBoxes, isPhone }: Props<R>) {
  const { t } = useTranslation('web')
  const [{ density }] = usePreferences()
  const columns = isPhone ? shown.slice(0, 1) : shown
  return (
    <div className={tableStyles.scroller}>
      <div style={isPhone ? undefined : tracksOf(shown, hasBoxes)}>
        <div role="table" aria-label={label} aria-busy="true">
          <ListHead
            shown={shown}
            search={search}
            selection={undefined}
            hasBoxes={hasBoxes}
            rows={[]}
            isPhone={isPhone}
          />
        </div>
        <div role="status" aria-label={t('loading')}>
          {Array.from({ length: 20 }, (_row, at) => (
            <div
              key={at}
              className={styles.row}
              style={{ height: isPhone ? cardHeight : densities[density].row }}
            >
              {hasBoxes && !isPhone && <span />}
              {columns.map(({ column }, index) => (
                <span key={column.key} className={styles.cell}>
                  <Skeleton width={widths[(at * 3 + index) % widths.length] ?? '50%'} height={10} />
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
