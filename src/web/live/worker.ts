import type { LiveMessage } from './message.ts'
import { openStream } from './stream.ts'

/** One stream for all tabs: HTTP/1.1 allows a browser six connections, and each tab would hold one for ever. */
const ports = new Set<MessagePort>()
let close: (() => void) | undefined
let status: LiveMessage = { kind: 'status', isLive: false }

function tell(message: LiveMessage): void {
  if (message.kind === 'status') status = message
  for (const port of ports) port.postMessage(message)
}

function leave(port: MessagePort): void {
  ports.delete(port)
  port.close()
  if (ports.size > 0) return
  close?.()
  close = undefined
}

globalThis.addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0]
  if (!port) return
  ports.add(port)
  port.addEventListener('message', ({ data }) => {
    if (data === 'leave') leave(port)
  })
  port.start()
  port.postMessage(status)
  close ??= openStream(tell)
})
