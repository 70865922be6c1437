/**
 * Calls `stop` at the first wish to end: Ctrl-C, SIGTERM, SIGHUP, a word from the launcher, or the launcher's own
 * end, however it came about (even kill -9 closes the channel between the two). A second Ctrl-C or SIGTERM calls
 * `force`: a person who asks twice does not want to wait. Returns the way to listen no more.
 */
export function onStopRequest(stop: () => void, force: () => void): () => void {
  let isAsked = false
  const ask = () => {
    if (isAsked) return
    isAsked = true
    stop()
  }
  // Counted apart from the launcher's word: a terminal's Ctrl-C reaches both, and either may be first.
  let signals = 0
  const insist = () => {
    signals += 1
    if (signals > 1) force()
    else ask()
  }
  const fromLauncher = (message: unknown) => {
    if (message === 'stop') ask()
  }
  const listeners = [
    ['SIGINT', insist],
    ['SIGTERM', insist],
    ['SIGHUP', ask],
    ['message', fromLauncher],
    ['disconnect', ask],
  ] as const
  for (const [event, listener] of listeners) process.on(event, listener)
  // A channel is there only under the launcher; it may have closed already, and must not keep us running.
  if (process.send && !process.connected) queueMicrotask(ask)
  process.channel?.unref()
  return () => {
    for (const [event, listener] of listeners) process.off(event, listener)
  }
}
