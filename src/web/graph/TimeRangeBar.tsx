import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconZoomReset } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { now } from '../clock.ts'
import { useFormat } from '../format.ts'
import { ranges, useTimeRange, type RangeName } from './time-range.ts'
import styles from './TimeRangeBar.module.css'

/** Chooses the time that all graphs of the page show. */
export function TimeRangeBar() {
  const { t } = useTranslation('web')
  const format = useFormat()
  const { from, to, name, choose, zoom, reset } = useTimeRange()
  const shift = (by: number) => zoom(from + by * (to - from), to + by * (to - from))
  // So near to each other that minutes do not tell them apart.
  const clock = to - from < 600_000 ? format.second : format.time
  const atEnd = name !== null || to >= now() - 60_000
  return (
    <div className={styles.bar} data-wide>
      {name === null && (
        <span className={styles.fixed}>
          {format.date(from)} {clock(from)} –{' '}
          {format.date(from) === format.date(to) ? '' : `${format.date(to)} `}
          {clock(to)}
          <Tooltip label={t('graph.reset')}>
            <ActionIcon size={26} aria-label={t('graph.reset')} onClick={reset}>
              <IconZoomReset size={16} />
            </ActionIcon>
          </Tooltip>
        </span>
      )}
      <ActionIcon size={28} aria-label={t('graph.earlier')} onClick={() => shift(-0.5)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <SegmentedControl
        size="xs"
        className={styles.ranges}
        aria-label={t('graph.range')}
        value={name ?? ''}
        onChange={(value) => choose(value as RangeName)}
        data={(Object.keys(ranges) as RangeName[]).map((value) => ({
          value,
          label: t(`graph.ranges.${value}`),
        }))}
      />
      <ActionIcon size={28} aria-label={t('graph.later')} disabled={atEnd} onClick={() => shift(0.5)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  )
}
