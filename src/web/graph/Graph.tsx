import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '../components/Skeleton.tsx'
import { useFormat } from '../format.ts'
import styles from './Graph.module.css'
import { GraphLegend } from './GraphLegend.tsx'
import { statisticsOf } from './statistics.ts'
import type { GraphData } from './types.ts'
import { loadFresh } from '../outdated.ts'

const Plot = lazy(loadFresh(() => import('./Plot.tsx')))

interface Props extends GraphData {
  title: string
  /** Pixels of the drawing alone. */
  height?: number
  /** At the right of the title. */
  aside?: React.ReactNode
  /** It is still being read: its place is kept. */
  isLoading?: boolean
}

/**
 * Curves over the page's range of time: one cursor for all graphs, drag to zoom, double click to go back; gaps are
 * gaps; last, least, most and 95th percentile below.
 */
export function Graph({ title, height = 180, aside, isLoading = false, ...data }: Props) {
  const { t } = useTranslation('web')
  const format = useFormat()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState<number | null>(null)
  // After a zoom the pointer lies where the new values may have no point.
  const at = cursor !== null && data.times[cursor] !== undefined ? cursor : null
  const statistics = useMemo(
    () => new Map(data.curves.map(({ key, values }) => [key, statisticsOf(values)])),
    [data.curves],
  )
  const isEmpty = !isLoading && data.curves.every(({ values }) => values.every((value) => value === null))
  const toggle = (key: string) =>
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  const unit = (value: number) => format.unit(value, data.unit)
  return (
    <figure className={styles.graph}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{title}</span>
        {at !== null && <span className={styles.at}>{format.exact(data.times[at]!)}</span>}
        {aside}
      </figcaption>
      <div className={styles.place} style={{ height }}>
        {isLoading ? (
          <Skeleton height={height} />
        ) : (
          <Suspense fallback={<Skeleton height={height} />}>
            <Plot {...data} height={height} hidden={hidden} onCursor={setCursor} />
          </Suspense>
        )}
        {isEmpty && <p className={styles.empty}>{t('graph.empty')}</p>}
      </div>
      <GraphLegend
        curves={data.curves}
        statistics={statistics}
        write={unit}
        at={at}
        hidden={hidden}
        toggle={toggle}
      />
    </figure>
  )
}
