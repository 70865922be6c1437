import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Graph, useTimeRange, type Mark } from '#web/graph.ts'
import { useMemo } from 'react'
import { useSeries } from './use-series.ts'

/** How an address answers: its round trip, with outages as marks, and what is lost. */
export function ResponseGraphs({ id, isSmall = false }: { id: string; isSmall?: boolean }) {
  const { t } = useTranslation('supervision')
  const range = useTimeRange()
  const { data } = useApi('GET /series', { assetId: id, isOwn: 'true' })
  const named = (metric: string) => data?.items.find((series) => series.metric === metric)
  const rtt = named('ping.rtt')
  const loss = named('ping.loss')
  const response = useSeries(range, rtt ? [{ id: rtt.id, label: t('asset.response') }] : [])
  const lost = useSeries(range, loss && !isSmall ? [{ id: loss.id, label: t('asset.loss') }] : [])
  const marks = useOutages(id)
  if (!data || !rtt) return null
  return (
    <>
      <Graph
        title={t('asset.response')}
        unit="ms"
        times={response.times}
        curves={response.curves}
        isLoading={response.isLoading}
        marks={marks}
        height={isSmall ? 120 : 180}
      />
      {!isSmall && (
        <Graph
          title={t('asset.loss')}
          unit="%"
          ceiling={100}
          times={lost.times}
          curves={lost.curves}
          isLoading={lost.isLoading}
          height={100}
        />
      )}
    </>
  )
}

/** The times in which the asset was critical. */
function useOutages(id: string): Mark[] {
  const { t } = useTranslation('supervision')
  const { data } = useApi('GET /assets/:id/state', { id })
  return useMemo(() => {
    const changes = (data?.transitions ?? []).toReversed()
    return changes.flatMap((change, index): Mark[] => {
      if (change.state !== 'critical') return []
      const end = changes[index + 1]
      return [
        {
          kind: 'incident',
          from: Date.parse(change.at),
          ...(end ? { to: Date.parse(end.at) } : {}),
          label: t('state.critical'),
        },
      ]
    })
  }, [data, t])
}
