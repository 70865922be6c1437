import type { Database, Tx } from '../database.ts'
import type { EventInstance } from '../events/event.ts'
import type { Outbox } from '../events/outbox.ts'
import type { Log } from '../log.ts'
import type { Ground } from '../operations.ts'

/** What a cycle is given to work with. */
export interface CycleContext {
  database: Database
  outbox: Outbox
  /** For `systemWrite`, which a cycle uses where it changes what people look after. */
  journal: Ground['journal']
  log: Log
  signal: AbortSignal
  /** A transaction that sees every organisation, with its events put in the outbox of the same commit. */
  system<T, R>(run: (tx: Tx<T>, emit: (event: EventInstance) => void) => Promise<R>): Promise<R>
}

/**
 * Work on a clock: a small step over due rows, run every `everyMs`, at once when a notice comes on one of `wakeOn`'s
 * channels, and when a test moved the time. What is due lies in the domain's own tables; rows are taken with
 * `for update skip locked`, so any number of workers may run the same cycle.
 */
export interface Cycle {
  name: string
  everyMs: number
  wakeOn?: readonly string[]
  /** @returns true when more work is waiting and the step should run again at once. */
  run(context: CycleContext): Promise<boolean | void>
}

export function cycle(definition: Cycle): Cycle {
  return definition
}
