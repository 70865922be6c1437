import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section, Timeline } from '#web/detail.ts'
import { Graph, TimeRangeBar, useTimeRange, type Curve } from '#web/graph.ts'
import { OwnGraphs } from './OwnGraphs.tsx'
import { ResponseGraphs } from './ResponseGraphs.tsx'
import styles from './graphs.module.css'
import { useSeries } from './use-series.ts'

/** Everything measured on the asset itself; its interfaces have a tab of their own. */
export default function AssetMeasurements({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const { data } = useApi('GET /series', { assetId: id, isOwn: 'true' })
  const state = useApi('GET /assets/:id/state', { id }).data
  if (!data || !state) return <Skeleton lines={6} />
  if (state.checks.length === 0) return <EmptyState title={t('asset.none')}>{t('asset.noneWhy')}</EmptyState>
  if (data.items.length === 0) return <EmptyState title={t('asset.waiting')} />
  return (
    <>
      <Section title={t('asset.tab')} aside={<TimeRangeBar />}>
        <div className={styles.graphs}>
          <ResponseGraphs id={id} />
          <OwnGraphs id={id} />
          <Uptime seriesId={data.items.find((series) => series.metric === 'system.uptime')?.id} />
        </div>
      </Section>
      <Section title={t('asset.history')}>
        {state.transitions.length === 0 ? (
          <p>{t('asset.noHistory')}</p>
        ) : (
          <Timeline
            entries={state.transitions.map(({ at, state: became }) => ({
              id: at,
              at,
              what: became ? t(`state.${became}`) : t('asset.rests'),
              state: became ?? undefined,
            }))}
          />
        )}
      </Section>
    </>
  )
}

function Uptime({ seriesId }: { seriesId: number | undefined }) {
  const { t } = useTranslation('supervision')
  const { times, curves, isLoading } = useSeries(
    useTimeRange(),
    seriesId === undefined ? [] : [{ id: seriesId, label: t('asset.uptime') }],
  )
  if (seriesId === undefined) return null
  const { unit, seconds } = stepFor(curves)
  const shown = curves.map((curve) => ({
    ...curve,
    values: curve.values.map((value) => (value === null ? null : value / seconds)),
  }))
  return (
    <Graph
      title={t('asset.uptime')}
      unit={t(`asset.${unit}`)}
      times={times}
      curves={shown}
      isLoading={isLoading}
      height={100}
    />
  )
}

const steps = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3_600 },
  { unit: 'minutes', seconds: 60 },
] as const

/** The largest step of which the curve has at least two. */
function stepFor(curves: readonly Curve[]) {
  const most = Math.max(0, ...curves.flatMap((curve) => curve.values.map((value) => value ?? 0)))
  return steps.find(({ seconds }) => most >= 2 * seconds) ?? steps[2]
}
