import { useState } from 'react'
import type UPlot from 'uplot'
import styles from './ThresholdHandles.module.css'
import type { Threshold } from './types.ts'

interface Props {
  plot: UPlot
  thresholds: readonly Threshold[]
  write: (value: number) => string
}

/** The limits that may be moved: dragged, or with the arrow keys by a fiftieth of the axis. */
export function ThresholdHandles({ plot, thresholds, write }: Props) {
  return thresholds.map((threshold) =>
    threshold.move ? (
      <Handle key={threshold.label} plot={plot} threshold={threshold} move={threshold.move} write={write} />
    ) : null,
  )
}

function Handle({
  plot,
  threshold,
  move,
  write,
}: {
  plot: UPlot
  threshold: Threshold
  move: (value: number) => void
  write: (value: number) => string
}) {
  const [dragged, setDragged] = useState<number>()
  const { min = 0, max = 1 } = plot.scales.y ?? {}
  const value = dragged ?? threshold.value
  const top = plot.over.offsetTop + plot.valToPos(value, 'y')
  // Before the first drawing the plot has no scale yet.
  if (!Number.isFinite(top)) return null
  const valueAt = (clientY: number) => plot.posToVal(clientY - plot.over.getBoundingClientRect().top, 'y')
  const within = (next: number) => Math.min(Math.max(next, min ?? 0), max ?? next)
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={threshold.label}
      aria-orientation="vertical"
      aria-valuemin={min ?? 0}
      aria-valuemax={max ?? 0}
      aria-valuenow={value}
      aria-valuetext={write(value)}
      className={styles.handle}
      data-state={threshold.state}
      data-dragged={dragged !== undefined || undefined}
      style={{ top, left: plot.over.offsetLeft, width: plot.over.clientWidth }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(threshold.value)
      }}
      onPointerMove={(event) => dragged !== undefined && setDragged(within(valueAt(event.clientY)))}
      onPointerUp={() => {
        if (dragged !== undefined) move(dragged)
        setDragged(undefined)
      }}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (by === 0) return
        event.preventDefault()
        move(within(value + (by * ((max ?? 1) - (min ?? 0))) / 50))
      }}
    >
      <span>{write(value)}</span>
    </div>
  )
}
