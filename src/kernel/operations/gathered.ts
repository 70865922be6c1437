import type { Actor } from '../access.ts'
import type { AnyTx } from '../database.ts'
import type { EventInstance } from '../events/event.ts'
import type { Writer } from './record.ts'
import type { Ground, JournalLine } from './types.ts'

/** Well below the 65,535 parameters of one statement. */
const linesPerStatement = 1_000

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
  for (let start = 0; start < lines.length; start += linesPerStatement) {
    const some = lines.slice(start, start + linesPerStatement)
    await ground.journal(tx, ...some.map((line) => ({ ...line, ...who })))
  }
  await ground.outbox.put(tx, events)
}
