import { useMemo } from 'react'
import { useApi } from '#web/api.ts'
import type { Curve, TimeRange } from '#web/graph.ts'

/** A curve to draw: a series, and what people call it. */
export interface Wanted {
  id: number
  label: string
}

const noValues: readonly number[] = []

/** Several series over the page's range, as the graph takes them: the mean of each point. */
export function useSeries(range: TimeRange, wanted: readonly Wanted[]) {
  const ids = wanted.map(({ id }) => id)
  const query = useApi(
    'GET /series/read',
    {
      ids,
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
      points: 800,
    },
    { enabled: ids.length > 0, keepPrevious: true },
  )
  const { data } = query
  const times = useMemo(
    () =>
      data
        ? Array.from({ length: data.points }, (_none, index) => data.startMs + index * data.stepMs)
        : noValues,
    [data],
  )
  const labels = wanted.map(({ label }) => label).join('\n')
  const curves = useMemo<Curve[]>(() => {
    const names = labels.split('\n')
    return (data?.series ?? []).flatMap((series) => {
      const index = ids.indexOf(series.id)
      return index < 0 ? [] : [{ key: String(series.id), label: names[index] ?? '', values: series.mean }]
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the ids are in the answer
  }, [data, labels])
  return { times, curves, isLoading: query.isLoading && ids.length > 0, error: query.error }
}
