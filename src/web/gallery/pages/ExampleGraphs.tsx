import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Graph, TimeRangeBar, useTimeRange } from '../../graph.ts'
import { makeSeries, timesOf } from '../fake/series.ts'

export function ExampleGraphs() {
  const { t } = useTranslation('gallery')
  const { from, to } = useTimeRange()
  const [limit, setLimit] = useState(80)
  const data = useMemo(
    () => ({
      times: timesOf(from, to),
      in: makeSeries(1, from, to, 4e7, 6.2e8),
      out: makeSeries(2, from, to, 1e7, 1.4e8),
      memory: makeSeries(3, from, to, 5.2e9, 2.1e9),
      latency: makeSeries(4, from, to, 3, 18),
      cpu: makeSeries(5, from, to, 12, 61),
    }),
    [from, to],
  )
  const at = (share: number) => from + share * (to - from)
  return (
    <div style={{ display: 'grid', gap: 28 }}>
      <TimeRangeBar />
      <Graph
        title={t('text.traffic')}
        unit="bit/s"
        times={data.times}
        curves={[
          { key: 'in', label: t('text.in'), values: data.in },
          { key: 'out', label: t('text.out'), values: data.out },
        ]}
        marks={[
          { kind: 'incident', from: at(0.22), to: at(0.27), label: t('text.incident') },
          { kind: 'maintenance', from: at(0.6), to: at(0.68), label: t('text.maintenance') },
          { kind: 'change', from: at(0.81), label: t('text.change') },
        ]}
      />
      <Graph
        title={t('text.cpu')}
        unit="%"
        ceiling={100}
        times={data.times}
        curves={[{ key: 'cpu', label: t('text.cpu'), values: data.cpu }]}
        thresholds={[
          {
            value: limit,
            state: 'critical',
            label: t('text.limit'),
            move: (value) => setLimit(Math.round(value)),
          },
        ]}
      />
      <Graph
        title={t('text.memory')}
        unit="byte"
        times={data.times}
        curves={[{ key: 'memory', label: t('text.memory'), values: data.memory }]}
      />
      <Graph
        title={t('text.latency')}
        unit="ms"
        times={data.times}
        curves={[{ key: 'latency', label: t('text.latency'), values: data.latency }]}
      />
      <Graph
        title={t('text.latency')}
        unit="ms"
        times={[]}
        curves={[{ key: 'none', label: t('text.latency'), values: [] }]}
        height={120}
      />
    </div>
  )
}
