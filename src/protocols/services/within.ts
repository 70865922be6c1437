import { ServiceFault } from './fault.ts'

/**
 * One signal for the caller's and a limit of time, and what it means when it fires. The limit is for all of what is done
 * with it: an answer that drips in is late too.
 */
export function within(
  timeoutMs: number,
  signal: AbortSignal | undefined,
): { signal: AbortSignal; fault(): ServiceFault } {
  const limit = AbortSignal.timeout(timeoutMs)
  return {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    fault: () =>
      signal?.aborted
        ? new ServiceFault('aborted', 'ended by its caller')
        : new ServiceFault('timeout', `no answer within ${timeoutMs} ms`),
  }
}
