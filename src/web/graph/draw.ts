import type UPlot from 'uplot'
import type { Palette, StateName } from '../theme/tokens.ts'
import type { Mark, Threshold } from './types.ts'

const stateOf: Record<Mark['kind'], StateName> = {
  incident: 'critical',
  maintenance: 'maintenance',
  change: 'unknown',
}

/** Behind the curves: lengths of time as bands, moments as lines. */
export function drawMarks(plot: UPlot, marks: readonly Mark[], palette: Palette): void {
  const { ctx, bbox } = plot
  clipped(plot, () => {
    for (const mark of marks) {
      const colours = palette.states[stateOf[mark.kind]]
      const left = plot.valToPos(mark.from, 'x', true)
      if (mark.to !== undefined) {
        ctx.fillStyle = colours.soft
        ctx.fillRect(
          left,
          bbox.top,
          Math.max(plot.valToPos(mark.to, 'x', true) - left, devicePixelRatio),
          bbox.height,
        )
      }
      ctx.fillStyle = mark.kind === 'change' ? palette.edge : colours.fill
      ctx.fillRect(left, bbox.top, devicePixelRatio, bbox.height)
    }
  })
}

/** Over the curves: limits as dashed lines in their state's colour. */
export function drawThresholds(plot: UPlot, thresholds: readonly Threshold[], palette: Palette): void {
  const { ctx, bbox } = plot
  clipped(plot, () => {
    for (const { value, state } of thresholds) {
      const top = Math.round(plot.valToPos(value, 'y', true)) + 0.5
      ctx.strokeStyle = palette.states[state].fill
      ctx.lineWidth = devicePixelRatio
      ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio])
      ctx.beginPath()
      ctx.moveTo(bbox.left, top)
      ctx.lineTo(bbox.left + bbox.width, top)
      ctx.stroke()
    }
  })
}

function clipped({ ctx, bbox }: UPlot, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  draw()
  ctx.restore()
}
