import type { Actor } from '../access.ts'
import type { AnyTx } from '../database.ts'
import type { EventInstance } from '../events/event.ts'
import type { Writer } from './record.ts'
import type { Ground, JournalLine } from './types.ts'

/** What a write says while it runs, to be kept in the same commit. */
export interface Gathered {
  lines: JournalLine[]
  events: EventInstance[]
}

export function gathering(): { gathered: Gathered; by: Writer } {
  const gathered: Gathered = { lines: [], events: [] }
  return {
    gathered,
    by: {
      journal: (line) => void gathered.lines.push(line),
      emit: (event) => void gathered.events.push(event),
    },
  }
}

/** Writes what was gathered into the journal and the outbox of the same transaction. */
export async function keepGathered(
  tx: AnyTx,
  ground: Pick<Ground, 'journal' | 'outbox'>,
  who: { operation: string; actor: Actor; address: string },
  { lines, events }: Gathered,
): Promise<void> {
  for (const line of lines) await ground.journal(tx, { ...line, ...who })
  await ground.outbox.put(tx, events)
}
