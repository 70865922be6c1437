import { monotonicMs, now, onClockMoved } from '../clock.ts'
import { failHere } from '../faults.ts'
import type { Cycle, CycleContext } from './cycle.ts'

/** How a cycle fares, for the health page and the metrics. */
export interface CycleHealth {
  name: string
  lastRunAt: Date | undefined
  lastDurationMs: number
  runs: number
  failures: number
  lastError: string | undefined
}

export interface CycleRunner {
  start(): void
  stop(): Promise<void>
  wake(channel: string): void
  health(): CycleHealth[]
}

/** Runs each cycle without ever overlapping itself; a failing cycle waits for its next turn, and is counted. */
export function createCycleRunner(
  cycles: readonly Cycle[],
  context: Omit<CycleContext, 'signal'>,
): CycleRunner {
  const stopping = new AbortController()
  const loops = cycles.map((cycle) => createLoop(cycle, { ...context, signal: stopping.signal }))
  const unfollow = onClockMoved(() => loops.forEach((loop) => loop.wake()))
  return {
    start: () => loops.forEach((loop) => loop.wake()),
    async stop() {
      unfollow()
      stopping.abort()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
    wake: (channel) => loops.forEach((loop) => loop.hears(channel) && loop.wake()),
    health: () => loops.map((loop) => loop.health()),
  }
}

function createLoop(cycle: Cycle, context: CycleContext) {
  const health: CycleHealth = {
    name: cycle.name,
    lastRunAt: undefined,
    lastDurationMs: 0,
    runs: 0,
    failures: 0,
    lastError: undefined,
  }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let wanted = false
  let stopped = false

  async function runOnce(): Promise<void> {
    clearTimeout(timer)
    do {
      wanted = false
      if (await step()) wanted = true
    } while (wanted && !stopped)
  }

  async function step(): Promise<boolean> {
    const began = monotonicMs()
    try {
      failHere('cycle')
      const more = await cycle.run(context)
      health.lastError = undefined
      return more === true
    } catch (error) {
      health.failures += 1
      health.lastError = (error as Error).message
      if (!stopped) context.log.warn({ err: error, cycle: cycle.name }, 'a cycle failed')
      return false
    } finally {
      health.runs += 1
      health.lastRunAt = now()
      health.lastDurationMs = monotonicMs() - began
    }
  }

  function wake(): void {
    wanted = true
    if (running || stopped) return
    running = runOnce().finally(() => {
      running = undefined
      if (stopped) return
      if (wanted) wake()
      else timer = setTimeout(wake, cycle.everyMs)
    })
  }

  return {
    wake,
    hears: (channel: string) => cycle.wakeOn?.includes(channel) ?? false,
    health: () => ({ ...health }),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
