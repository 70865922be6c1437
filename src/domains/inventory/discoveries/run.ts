import { cycle, type CycleContext } from '#kernel/jobs'
import { sweep } from '#protocols/icmp/index'
import { createSnmpEngine, type SnmpEngine } from '#protocols/snmp/index'
import { credentialsToTry, type OpenCredential } from '../credentials/door.ts'
import { recordFound } from '../proposals/record.ts'
import type { InventoryTables } from '../tables.ts'
import { endDiscovery, renew, takeDiscovery, type Progress } from './hold.ts'
import { lookAt } from './look.ts'
import { readPrefix } from './prefix.ts'
import type { DiscoveryRow } from './row.ts'
import { discoveryChannel } from './write.ts'

const lookedAtOnce = 32
const renewMs = 500

/** Runs the discoveries that wait, one at a time in each worker. */
export const runDiscoveries = cycle({
  name: 'inventory.discover',
  everyMs: 10_000,
  wakeOn: [discoveryChannel],
  async run(context) {
    const row = await takeDiscovery(context)
    if (!row) return false
    await runOne(context, row)
    return true
  },
})

async function runOne(context: CycleContext, row: DiscoveryRow): Promise<void> {
  const progress: Progress = {
    asked: 0,
    answered: 0,
    identified: 0,
    report: { new: 0, changed: 0, known: 0 },
  }
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, context.signal])
  const engine = createSnmpEngine()
  const timer = setInterval(() => {
    renew(context, row, progress).then(
      (isStopAsked) => isStopAsked && stop.abort(),
      (error: Error) => context.log.warn({ err: error.message }, 'the progress of a discovery was not kept'),
    )
  }, renewMs)
  try {
    await lookEverywhere(context, row, engine, progress, signal)
    clearInterval(timer)
    // The worker itself stops: another takes the discovery up.
    if (context.signal.aborted) return
    await endDiscovery(context, row, stop.signal.aborted ? 'stopped' : 'done', progress, null)
  } catch (error) {
    clearInterval(timer)
    context.log.error({ err: error, discovery: row.id }, 'a discovery failed')
    await endDiscovery(context, row, 'failed', progress, (error as Error).message.slice(0, 500))
  } finally {
    clearInterval(timer)
    engine.close()
  }
}

/** Sweeps the prefix, and looks at each address that answers as soon as it does. */
async function lookEverywhere(
  context: CycleContext,
  row: DiscoveryRow,
  engine: SnmpEngine,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const credentials = await context.system<InventoryTables, OpenCredential[]>((tx) =>
    credentialsToTry(tx, row.organisation_id, row.credential_ids),
  )
  const looking = new Set<Promise<void>>()
  const answers = sweep(readPrefix(row.prefix).addresses(), {
    packetsPerSecond: row.packets_per_second,
    timeoutMs: 1_000,
    signal,
    onAsked: (count) => (progress.asked = count),
  })
  for await (const { address, rttMs } of answers) {
    progress.answered += 1
    const one = look(context, row, engine, { address, rttMs }, credentials, progress, signal).finally(() =>
      looking.delete(one),
    )
    looking.add(one)
    if (looking.size >= lookedAtOnce) await Promise.race(looking)
  }
  await Promise.all(looking)
}

async function look(
  context: CycleContext,
  row: DiscoveryRow,
  engine: SnmpEngine,
  { address, rttMs }: { address: string; rttMs: number | null },
  credentials: readonly OpenCredential[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const found = await lookAt(engine, address, rttMs, credentials, signal)
  if (signal.aborted) return
  if (found.credential) progress.identified += 1
  const outcome = await context.system<InventoryTables, 'new' | 'changed' | 'known'>((tx, emit) =>
    recordFound(tx, row, found, emit),
  )
  progress.report[outcome] += 1
}
