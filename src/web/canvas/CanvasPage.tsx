import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { oneOf, useSearch } from '../search.ts'
import { useTitle } from '../title.ts'
import styles from './CanvasPage.module.css'

interface Props {
  title: string
  /** Filters, layers, what the canvas shows. */
  tools?: React.ReactNode
  /** The drawing: it fills its place, pans and zooms. */
  canvas: React.ReactNode
  /** The same things as a list, for those who cannot see the drawing and for all who look for one. */
  list: React.ReactNode
}

const schema = { side: oneOf(['both', 'list'], 'both') }

/** A map, a topology, a rack: the drawing with its list beside it. On a phone, one of the two. */
export function CanvasPage({ title, tools, canvas, list }: Props) {
  const { t } = useTranslation('web')
  const [{ side }, setSearch] = useSearch(schema)
  useTitle(title)
  return (
    <div className={styles.page} data-side={side}>
      <div className={styles.side}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <SegmentedControl
            className={styles.switch}
            size="xs"
            aria-label={t('canvas.show')}
            value={side}
            onChange={(value) => setSearch({ side: value === 'list' ? 'list' : 'both' })}
            data={[
              { value: 'both', label: t('canvas.drawing') },
              { value: 'list', label: t('canvas.list') },
            ]}
          />
        </header>
        {tools && <div className={styles.tools}>{tools}</div>}
        <div className={styles.list}>{list}</div>
      </div>
      <div className={styles.canvas}>{canvas}</div>
    </div>
  )
}
