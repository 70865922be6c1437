import { useEffect, useMemo, useRef, useState } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormat } from '../format.ts'
import { useTheme } from '../preferences.ts'
import { palettes } from '../theme/tokens.ts'
import { MarkButtons } from './MarkButtons.tsx'
import { plotOptions } from './plot-options.ts'
import styles from './Plot.module.css'
import { ThresholdHandles } from './ThresholdHandles.tsx'
import { useTimeRange } from './time-range.ts'
import type { GraphData } from './types.ts'

interface Props extends GraphData {
  height: number
  hidden: ReadonlySet<string>
  onCursor: (at: number | null) => void
}

/** The drawing: uPlot on a canvas, with what can be pressed or dragged laid over it. */
export default function Plot({ height, hidden, onCursor, ...data }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<UPlot>()
  // Where things lie on the canvas changes with its size and scales: what is laid over it follows.
  const [, setDrawn] = useState(0)
  const format = useFormat()
  const theme = useTheme()
  const range = useTimeRange()
  const latest = useRef({ range, onCursor, data })
  latest.current = { range, onCursor, data }
  const shape = JSON.stringify([
    data.unit,
    data.curves.map(({ key, label }) => [key, label]),
    data.thresholds,
    data.marks,
    data.floor,
    data.ceiling,
  ])
  const columns = useMemo(
    () =>
      [
        data.times as number[],
        ...data.curves.map(({ values }) => values as (number | null)[]),
      ] as UPlot.AlignedData,
    [data.times, data.curves],
  )

  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = new UPlot(
      plotOptions({
        data: latest.current.data,
        width: element.clientWidth,
        height,
        palette: palettes[theme],
        format,
        range: () => latest.current.range,
        cursor: (at) => latest.current.onCursor(at),
        drawn: () => setDrawn((count) => count + 1),
      }),
      columns,
      element,
    )
    setPlot(made)
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.destroy()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the values come by setData below; `shape` stands for the rest
  }, [shape, theme, format, height])

  useEffect(() => {
    plot?.batch(() => {
      plot.setData(columns, false)
      plot.setScale('x', { min: range.from, max: range.to })
      data.curves.forEach(({ key }, index) => {
        if (plot.series[index + 1]?.show === hidden.has(key))
          plot.setSeries(index + 1, { show: !hidden.has(key) })
      })
    })
  }, [plot, columns, range.from, range.to, hidden, data.curves])

  return (
    <div className={styles.plot}>
      <div ref={place} aria-hidden="true" />
      {plot && <MarkButtons plot={plot} marks={data.marks ?? []} />}
      {plot && (
        <ThresholdHandles
          plot={plot}
          thresholds={data.thresholds ?? []}
          write={(value) => format.unit(value, data.unit)}
        />
      )}
    </div>
  )
}
