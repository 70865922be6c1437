import type { Map } from 'maplibre-gl'

/** Changes are drawn at most this often (ms), and at least so often that they are seen within a second. */
const SHORTEST_MS = 250
const LONGEST_MS = 800

/**
 * Calls back when it is time for the next batch of changes: as long again after the map has been drawn as the
 * drawing took. With a graphics card that is the shortest pause; without one, drawing in software would
 * otherwise leave the page no time for anything else. Returns what calls it off.
 */
export function afterDrawing(map: Map, next: () => void): () => void {
  const start = performance.now()
  let timer: ReturnType<typeof setTimeout>
  const cancel = (): void => {
    map.off('idle', pause)
    clearTimeout(timer)
  }
  const pause = (): void => {
    cancel()
    const spent = performance.now() - start
    timer = setTimeout(next, Math.min(LONGEST_MS, Math.max(SHORTEST_MS, 2 * spent)) - spent)
  }
  // A map that is being moved is never idle.
  timer = setTimeout(pause, LONGEST_MS)
  map.on('idle', pause)
  return cancel
}
