import type { LiveEvent, LiveMessage } from './message.ts'

const firstRetryMs = 1000
const longestRetryMs = 15_000

/**
 * Keeps one stream of events open, whatever happens to it. A browser gives up where the server answers with an error
 * (away, nobody signed in): then it is opened again, more and more slowly.
 * @returns closes it.
 */
export function openStream(tell: (message: LiveMessage) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryMs = firstRetryMs
  let hasBeenLive = false
  let isLive: boolean | undefined

  function status(next: boolean): void {
    if (isLive === next) return
    isLive = next
    tell({ kind: 'status', isLive: next })
    if (!next) return
    retryMs = firstRetryMs
    if (hasBeenLive) tell({ kind: 'resync' })
    hasBeenLive = true
  }

  function open(): void {
    source = new EventSource('/api/v1/events')
    source.addEventListener('hello', () => status(true))
    source.addEventListener('resync', () => tell({ kind: 'resync' }))
    source.addEventListener('message', ({ data }) =>
      tell({ kind: 'event', event: JSON.parse(data as string) as LiveEvent }),
    )
    source.addEventListener('error', () => {
      status(false)
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, retryMs)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    })
  }

  function reopen(): void {
    clearTimeout(timer)
    source?.close()
    retryMs = firstRetryMs
    open()
  }

  open()
  // The network is back: no waiting for the next try.
  globalThis.addEventListener('online', reopen)
  return () => {
    globalThis.removeEventListener('online', reopen)
    clearTimeout(timer)
    source?.close()
  }
}
