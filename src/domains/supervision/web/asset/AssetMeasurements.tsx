import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section, Timeline } from '#web/detail.ts'
import { Graph, TimeRangeBar, useTimeRange } from '#web/graph.ts'
import { ResponseGraphs } from './ResponseGraphs.tsx'
import { useSeries } from './use-series.ts'

/** Everything measured on the asset itself; its interfaces have a tab of their own. */
export default function AssetMeasurements({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const { data } = useApi('GET /series', { assetId: id })
  const state = useApi('GET /assets/:id/state', { id }).data
  if (!data || !state) return <Skeleton lines={6} />
  if (state.checks.length === 0) return <EmptyState title={t('asset.none')}>{t('asset.noneWhy')}</EmptyState>
  if (data.items.length === 0) return <EmptyState title={t('asset.waiting')} />
  return (
    <>
      <Section title={t('asset.tab')} aside={<TimeRangeBar />}>
        <ResponseGraphs id={id} />
        <Uptime seriesId={data.items.find((series) => series.metric === 'system.uptime')?.id} />
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
  const days = curves.map((curve) => ({
    ...curve,
    values: curve.values.map((seconds) => (seconds === null ? null : seconds / 86_400)),
  }))
  return (
    <Graph
      title={t('asset.uptime')}
      unit={t('asset.days')}
      times={times}
      curves={days}
      isLoading={isLoading}
      height={100}
    />
  )
}
