import { startChild } from './child.ts'
import type { IcmpMeans } from './means.ts'

/** What the process itself may take on top of the answer. */
const startMs = 1_000

/**
 * One packet with the system's `ping` (iputils, busybox, inetutils): the time it took in milliseconds, null when nothing
 * came back in time. Throws the signal's reason when aborted, and an Error when `ping` could not be started.
 */
export async function pingByCommand(
  means: IcmpMeans,
  address: string,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<number | null> {
  signal?.throwIfAborted()
  let rttMs: number | null = null
  // All of them understand whole seconds only.
  const args = ['-n', '-c', '1', '-W', `${Math.ceil(timeoutMs / 1_000)}`, address]
  const child = startChild(means, args, '', (line) => {
    const time = /time[=<]([\d.]+) ?ms/.exec(line)?.[1]
    if (time !== undefined) rttMs = Number(time)
  })
  const late = setTimeout(child.stop, timeoutMs + startMs)
  signal?.addEventListener('abort', child.stop, { once: true })
  const end = await child.ended
  clearTimeout(late)
  signal?.removeEventListener('abort', child.stop)
  signal?.throwIfAborted()
  if (child.pid === undefined) throw new Error(`ping: ${end.message}`)
  return rttMs !== null && rttMs <= timeoutMs ? rttMs : null
}
