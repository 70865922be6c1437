import type { CycleContext } from '#kernel/jobs'
import { systemWrite } from '#kernel/operations'
import { sweep, type Answer } from '#protocols/icmp/index'
import type { SnmpEngine } from '#protocols/snmp/index'
import { credentialsToTry, type OpenCredential } from '../credentials/door.ts'
import { foundNothing, type Found } from '../proposals/found.ts'
import { recordFound } from '../proposals/record.ts'
import type { InventoryTables } from '../tables.ts'
import type { Progress } from './hold.ts'
import { lookAt } from './look.ts'
import { beginLook, endLook } from './looks.ts'
import { takePace } from './pace.ts'
import { readPrefix } from './prefix.ts'
import type { DiscoveryRow } from './row.ts'

const lookedAtOnce = 32

/**
 * Sweeps the prefix, looks at each address that answers as soon as it does, and records what was found, one after the
 * other. `progress` counts along; `unread` gathers what answered and could not be looked at before the signal. @throws the
 * signal's reason where it ends early
 */
export async function sweepAndLook(
  context: CycleContext,
  row: DiscoveryRow,
  engine: SnmpEngine,
  { progress, unread, signal }: { progress: Progress; unread: Answer[]; signal: AbortSignal },
): Promise<void> {
  const credentials = await context.system<InventoryTables, OpenCredential[]>((tx) =>
    credentialsToTry(tx, row.organisation_id, row.credential_ids),
  )
  const looking = new Set<Promise<void>>()
  let recording = Promise.resolve()
  const record = (found: Found) => (recording = recording.then(() => keep(context, row, found, progress)))
  const look = async (address: string, rttMs: number | null) => {
    if (await beginLook(context, row, address)) return lookAt(engine, address, rttMs, credentials, signal)
    progress.report.skipped.push(address)
    return foundNothing(address, rttMs)
  }
  const answers = sweep(readPrefix(row.prefix).addresses(), {
    packetsPerSecond: () => takePace(context, row, signal),
    timeoutMs: 1_000,
    signal,
    onAsked: (count) => (progress.asked = count),
  })
  try {
    for await (const answer of answers) {
      progress.answered += 1
      if (signal.aborted) {
        unread.push(answer)
        continue
      }
      const one = look(answer.address, answer.rttMs)
        .then((found) => (signal.aborted ? void unread.push(answer) : record(found)))
        .finally(() => looking.delete(one))
      // Heard of below, once: a failure must not end the process meanwhile.
      one.catch(() => undefined)
      looking.add(one)
      if (looking.size >= lookedAtOnce) await Promise.race(looking)
    }
    await Promise.all(looking)
    await recording
  } finally {
    await Promise.allSettled([...looking, recording])
  }
}

async function keep(
  context: CycleContext,
  row: DiscoveryRow,
  found: Found,
  progress: Progress,
): Promise<void> {
  const outcome = await systemWrite<InventoryTables, 'new' | 'changed' | 'known'>(
    context,
    { operation: 'inventory.refresh', actor: 'discovery' },
    async (tx, by) => {
      await endLook(tx, row, found.address)
      return recordFound(tx, row, found, by)
    },
  )
  if (found.credential) progress.identified += 1
  progress.report[outcome] += 1
}
