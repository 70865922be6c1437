import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { Graph, useTimeRange } from '#web/graph.ts'
import { useSeries } from './use-series.ts'

type Series = Output<'GET /series'>['items'][number]

/** What has a graph of its own elsewhere, or is no quantity. */
const elsewhere = new Set(['ping.rtt', 'ping.loss', 'system.uptime', 'http.status'])
const first = ['cpu.used', 'memory.used', 'storage.used']

/** A graph for each thing that is measured on an asset besides its answer: a curve for each volume or check. */
export function OwnGraphs({ id, isSmall = false }: { id: string; isSmall?: boolean }) {
  const { data } = useApi('GET /series', { assetId: id, isOwn: 'true' })
  const found = Map.groupBy(data?.items ?? [], ({ metric }) => metric)
  const order = [...first, ...[...found.keys()].filter((metric) => !first.includes(metric))]
  const shown = isSmall ? first : order.filter((metric) => !elsewhere.has(metric))
  return shown.map((metric) => {
    const series = found.get(metric)
    return series && <MetricGraph key={metric} series={series} height={isSmall ? 90 : 120} />
  })
}

function MetricGraph({ series, height }: { series: readonly Series[]; height: number }) {
  const { t } = useTranslation('supervision')
  const { metric, unit } = series[0]!
  const title = t(`metric.${metric}`)
  const wanted = series.map(({ id, component }) => ({ id, label: component || title }))
  const { times, curves, isLoading } = useSeries(useTimeRange(), wanted)
  return (
    <Graph
      title={title}
      unit={unit ?? ''}
      {...(unit === '%' ? { ceiling: 100 } : {})}
      times={times}
      curves={curves}
      isLoading={isLoading}
      height={height}
    />
  )
}
