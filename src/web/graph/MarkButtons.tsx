import { Tooltip } from '@mantine/core'
import type UPlot from 'uplot'
import { StateShape } from '../components/StateShape.tsx'
import { useFormat } from '../format.ts'
import { go } from '../navigate.ts'
import styles from './MarkButtons.module.css'
import type { Mark } from './types.ts'

/** Above the curves, where each mark begins: what it was, on hover and for the keyboard. */
export function MarkButtons({ plot, marks }: { plot: UPlot; marks: readonly Mark[] }) {
  const format = useFormat()
  const left = plot.over.offsetLeft
  const width = plot.over.clientWidth
  return marks.map((mark) => {
    const at = plot.valToPos(Math.max(mark.from, plot.scales.x?.min ?? mark.from), 'x')
    if (at < 0 || at > width || (mark.to !== undefined && plot.valToPos(mark.to, 'x') < 0)) return null
    const label = `${mark.label} · ${format.exact(mark.from)}`
    return (
      <Tooltip key={`${mark.kind}${mark.from}${mark.label}`} label={label}>
        <button
          type="button"
          className={styles.mark}
          style={{ left: left + at }}
          aria-label={label}
          onClick={() => mark.href && go(mark.href)}
        >
          {mark.kind === 'change' ? (
            <i />
          ) : (
            <StateShape state={mark.kind === 'incident' ? 'critical' : 'maintenance'} size={10} />
          )}
        </button>
      </Tooltip>
    )
  })
}
