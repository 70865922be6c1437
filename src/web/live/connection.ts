import type { LiveMessage } from './message.ts'
import { openStream } from './stream.ts'

/**
 * Listens to the stream that all tabs share; where the browser has no shared workers (Chrome on Android before 2025),
 * this tab opens its own.
 * @returns leaves it.
 */
export function connect(tell: (message: LiveMessage) => void): () => void {
  let leave = join(tell)
  // A port says nothing when its tab goes: the tab has to. A tab that comes back as it was has missed what was said.
  const onHide = () => leave()
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    leave = join(tell)
    tell({ kind: 'resync' })
  }
  globalThis.addEventListener('pagehide', onHide)
  globalThis.addEventListener('pageshow', onShow)
  return () => {
    globalThis.removeEventListener('pagehide', onHide)
    globalThis.removeEventListener('pageshow', onShow)
    leave()
  }
}

function join(tell: (message: LiveMessage) => void): () => void {
  if (typeof SharedWorker === 'undefined') return openStream(tell)
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'vigie-live',
  })
  worker.port.addEventListener('message', ({ data }) => tell(data as LiveMessage))
  worker.port.start()
  return () => worker.port.postMessage('leave')
}
