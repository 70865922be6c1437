import type { z } from 'zod'
import { typed, type AnyTx, type Tx } from '../database.ts'
import type { Writer } from '../operations.ts'
import type { EventInstance, EventKind } from './event.ts'

/** What a domain does when another speaks. It may run twice for one event, and must not mind. */
export interface Listener {
  name: string
  type: string
  run(tx: AnyTx, event: Heard, context: ListenerContext): Promise<void>
}

export interface Heard extends EventInstance {
  id: string
  at: string
}

/** Events and journal lines of the listener's own commit; the journal names the listener as the system's actor. */
export type ListenerContext = Writer

/** Declares a listener on a kind of event; it runs as the system, within the event's organisation. */
export function listener<T, P extends z.ZodType>(definition: {
  name: string
  on: EventKind<P> | string
  run(
    tx: Tx<T>,
    event: Omit<Heard, 'payload'> & { payload: z.output<P> },
    context: ListenerContext,
  ): Promise<void>
}): Listener {
  const { name, on } = definition
  return {
    name,
    type: typeof on === 'string' ? on : on.type,
    run: (tx, event, context) => definition.run(typed<T>(tx), event as never, context),
  }
}
