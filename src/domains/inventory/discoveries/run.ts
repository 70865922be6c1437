import { cycle, type CycleContext } from '#kernel/jobs'
import { icmpMeans, type Answer } from '#protocols/icmp/index'
import { createSnmpEngine } from '#protocols/snmp/index'
import { recordAnswers } from '../proposals/record-answers.ts'
import { endDiscovery, renew, takeDiscovery, type Progress } from './hold.ts'
import type { DiscoveryRow } from './row.ts'
import { sweepAndLook } from './sweep-and-look.ts'
import { discoveryChannel } from './write.ts'

/** How often browsers hear of the progress, and how fast a stop is felt. */
const renewMs = 500

/** How many discoveries one worker runs at a time; their packets are shared out among all of them (`pace.ts`). */
const atOnce = 16

/** Each runs one discovery at a time: a large one holds up nobody. */
export const discoverers = Array.from({ length: atOnce }, (_, index) =>
  cycle({
    name: `inventory.discover-${index + 1}`,
    everyMs: 10_000,
    wakeOn: [discoveryChannel],
    async run(context) {
      const row = await takeDiscovery(context)
      if (!row) return false
      await runOne(context, row)
      return true
    },
  }),
)

async function runOne(context: CycleContext, row: DiscoveryRow): Promise<void> {
  const report = { new: 0, changed: 0, known: 0, skipped: [] }
  const progress: Progress = { asked: 0, answered: 0, identified: 0, report }
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, context.signal])
  const engine = createSnmpEngine()
  const unread: Answer[] = []
  let told = { word: 'go on' as 'go on' | 'stop' | 'leave' }
  const timer = setInterval(() => {
    renew(context, row, progress).then(
      (word) => {
        if (word === 'go on' || signal.aborted) return
        told = { word }
        stop.abort()
      },
      (error: Error) => context.log.warn({ err: error.message }, 'the progress of a discovery was not kept'),
    )
  }, renewMs)
  try {
    if (icmpMeans().way === 'none') throw new Error('neither fping nor ping can be used on this machine')
    await sweepAndLook(context, row, engine, { progress, unread, signal })
    if (!signal.aborted) await endDiscovery(context, row, 'done', progress, null)
  } catch (error) {
    if (!signal.aborted) await fail(context, row, progress, error as Error)
  } finally {
    clearInterval(timer)
    engine.close()
  }
  if (told.word === 'stop') {
    await recordAnswers(context, row, unread, progress.report)
    await endDiscovery(context, row, 'stopped', progress, null)
  }
  // The worker itself ends: another takes the discovery up at once, from its beginning.
  else if (context.signal.aborted) await endDiscovery(context, row, 'waiting', progress, null)
}

async function fail(
  context: CycleContext,
  row: DiscoveryRow,
  progress: Progress,
  error: Error,
): Promise<void> {
  context.log.error({ err: error, discovery: row.id }, 'a discovery failed')
  await endDiscovery(context, row, 'failed', progress, error.message.slice(0, 500))
}
