import type UPlot from 'uplot'
import type { Format } from '../format.ts'
import type { Palette } from '../theme/tokens.ts'
import { drawMarks, drawThresholds } from './draw.ts'
import type { TimeRange } from './time-range.ts'
import type { GraphData } from './types.ts'
import { leastTopOf, stepsFor } from './axis-steps.ts'
import { lonely } from './lonely.ts'

interface Given {
  data: GraphData
  width: number
  height: number
  palette: Palette
  format: Format
  range: () => TimeRange
  /** The point under the cursor, or none. */
  cursor: (at: number | null) => void
  drawn: () => void
}

const font = "12px 'Inter Variable', sans-serif"

/** What uPlot is told: our colours, our units, one cursor for the page, zoom by dragging. */
export function plotOptions({
  data,
  width,
  height,
  palette,
  format,
  range,
  cursor,
  drawn,
}: Given): UPlot.Options {
  const line = { stroke: palette.muted, font, ticks: { show: false }, gap: 6 }
  const grid = { stroke: palette.border, width: 1 }
  return {
    width,
    height,
    ms: 1,
    // The last hour's label needs half its width beside the graph.
    padding: [10, 18, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      y: { range: (_plot, min, max) => yRange(data, min, max) },
    },
    axes: [
      {
        ...line,
        grid: { show: false },
        space: 72,
        size: 28,
        values: (_plot, splits, _axis, _space, step) => splits.map((at) => timeLabel(at, step, format)),
      },
      {
        ...line,
        grid,
        size: 68,
        space: 28,
        incrs: stepsFor(data.unit),
        values: (_plot, splits, _axis, _space, step) =>
          splits.map((value) => format.unit(value, data.unit, step)),
      },
    ],
    series: [
      {},
      ...data.curves.map(({ label }, index) => {
        const stroke = palette.series[index % palette.series.length] ?? palette.accent
        return {
          label,
          stroke,
          width: 1.5,
          spanGaps: false,
          points: {
            show: false,
            size: 5,
            fill: stroke,
            filter: (plot: UPlot, at: number) => lonely(plot.data[at] ?? []),
          },
          ...(data.curves.length === 1 ? { fill: `${stroke}14` } : {}),
        }
      }),
    ],
    cursor: {
      sync: { key: 'page', setSeries: false },
      y: false,
      drag: { x: true, y: false, setScale: false },
      points: { size: 6, width: 2 },
      bind: {
        dblclick: () => () => {
          range().reset()
          return null
        },
      },
    },
    hooks: {
      drawClear: [(plot) => drawMarks(plot, data.marks ?? [], palette)],
      draw: [(plot) => drawThresholds(plot, data.thresholds ?? [], palette), drawn],
      setCursor: [(plot) => cursor(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width: wide } = plot.select
          // A click that slipped is no zoom. Only the graph that was dragged acts, not those that follow its cursor.
          if (wide < 6) return
          const [from, to] = [plot.posToVal(left, 'x'), plot.posToVal(left + wide, 'x')]
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
          range().zoom(from, to)
        },
      ],
    },
  }
}

/** The axis holds the values and the limits, begins at 0 where that tells the truth, and leaves air above. */
function yRange(
  { floor = 0, ceiling, thresholds = [], unit }: GraphData,
  min: number | null,
  max: number | null,
): [number, number] {
  const least = Math.min(min ?? 0, ...thresholds.map(({ value }) => value))
  const most = Math.max(
    max ?? 0,
    ceiling ?? Number.NEGATIVE_INFINITY,
    ...thresholds.map(({ value }) => value),
  )
  const air = (most - Math.min(least, floor ?? least)) * 0.06
  const bottom = floor === null ? least - air : Math.min(floor, least)
  const top = ceiling !== undefined && most <= ceiling ? ceiling : most + air
  return top > bottom ? [bottom, top] : [bottom, bottom + leastTopOf(unit)]
}

const minute = 60_000
const day = 86_400_000

/** Seconds while minutes are far apart, hours while days are, days while years are. Midnight says its day. */
function timeLabel(at: number, stepMs: number, format: Format): string {
  if (stepMs >= day) return format.dayMonth(at)
  const second = format.second(at)
  if (second === '00:00:00') return format.dayMonth(at)
  return stepMs < minute ? second : format.time(at)
}
