import type { Log } from '../log.ts'

/** Something that runs until it is stopped. */
export interface Step {
  what: string
  /** How long it is waited for; 5 seconds unless said. */
  mostMs?: number
  stop(): Promise<unknown>
}

const mostMs = 5_000

/**
 * Stops one thing after the other, whatever becomes of each: what fails, or takes longer than it may, is told in the log
 * and left, so that what comes after it (the connections, the database itself) is still stopped.
 */
export async function stopInTurn(steps: readonly Step[], log: Log): Promise<void> {
  for (const step of steps) {
    const limitMs = step.mostMs ?? mostMs
    const isOver = Promise.withResolvers<void>()
    const timer = setTimeout(() => {
      log.warn({ what: step.what, waitedMs: limitMs }, 'this does not stop, and is left behind')
      isOver.resolve()
    }, limitMs)
    const stopped = Promise.try(() => step.stop()).catch((error: unknown) =>
      log.warn({ err: error, what: step.what }, 'this failed while it stopped'),
    )
    await Promise.race([stopped, isOver.promise])
    clearTimeout(timer)
  }
}
