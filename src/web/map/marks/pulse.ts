import type { Map } from 'maplibre-gl'
import { markColour, type MapColours } from '../colours.ts'
import { rankOf } from '../states.ts'
import type { Change } from './source.ts'

/** More rings at once would say nothing. */
const MOST_AT_ONCE = 8

/** A change of state pulses once where it happened, the worst of a batch; nothing where motion is unwanted. */
export function pulse(map: Map, layer: HTMLElement, changes: readonly Change[], colours: MapColours): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || map.isMoving()) return
  const inView = changes.filter(({ site }) => map.getBounds().contains([site.longitude, site.latitude]))
  const worstFirst = inView.toSorted((a, b) => rankOf(b.site.mark) - rankOf(a.site.mark))
  for (const { site } of worstFirst.slice(0, MOST_AT_ONCE - layer.childElementCount)) {
    const ring = document.createElement('span')
    const { x, y } = map.project([site.longitude, site.latitude])
    ring.className = 'map-pulse'
    ring.style.left = `${x}px`
    ring.style.top = `${y}px`
    ring.style.borderColor = markColour(site.mark, colours).fill
    ring.addEventListener('animationend', () => ring.remove())
    layer.append(ring)
  }
}
