import { startChild } from './child.ts'
import { readVerdict } from './fping-lines.ts'
import type { IcmpMeans } from './means.ts'

export interface Batch {
  addresses: readonly string[]
  /** Between any two packets, whomever they are for. */
  spacingMs: number
  timeoutMs: number
  signal?: AbortSignal
  /** Once for each address, as soon as it answered or was given up. */
  onDecided: (address: string, rttMs: number | null) => void
}

/**
 * Asks each address of a batch once, with one fping. It is never told to retry by itself: fping 5.1 sends second tries at
 * once, outside the spacing, and so up to twice as many packets a second. Throws the signal's reason when aborted, and an Error with fping's own words
 * when it could not do its work (it may not open a socket, it was killed).
 */
export async function askBatch(means: IcmpMeans, batch: Batch): Promise<void> {
  batch.signal?.throwIfAborted()
  const waiting = new Set(batch.addresses)
  const child = startChild(means, batchArguments(batch), [...waiting].join('\n') + '\n', (line) => {
    const said = readVerdict(line)
    if (said && waiting.delete(said.address)) batch.onDecided(said.address, said.rttMs)
  })
  batch.signal?.addEventListener('abort', child.stop, { once: true })
  const end = await child.ended
  batch.signal?.removeEventListener('abort', child.stop)
  batch.signal?.throwIfAborted()
  // 0: all answered, 1: some did not, 2: some could not even be asked.
  if (end.code === null || end.code > 2) throw new Error(`fping: ${end.message || `exit code ${end.code}`}`)
  for (const address of waiting) batch.onDecided(address, null)
}

function batchArguments({ spacingMs, timeoutMs }: Batch): string[] {
  const spacing = (Math.ceil(spacingMs * 100) / 100).toString()
  return ['-e', '-r', '0', '-i', spacing, '-t', `${Math.ceil(timeoutMs)}`]
}
