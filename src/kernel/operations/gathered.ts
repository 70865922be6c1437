import { sql } from 'kysely'
import type { Actor } from '../access.ts'
import type { AnyTx } from '../database.ts'
import { Problem } from '../errors.ts'
import { problemOfDatabase } from '../errors/of-database.ts'
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

export function gathering(actor?: Actor): { gathered: Gathered; by: Writer } {
  const gathered: Gathered = { lines: [], events: [] }
  return {
    gathered,
    by: {
      journal: (line) => void gathered.lines.push(line),
      emit: (event) => void gathered.events.push(event),
      actor,
    },
  }
}

/**
 * One row of a write over many: what it writes stays only where it comes to its end, and so does what it says. A row that
 * is refused, by a rule of ours or by the database's own, takes nothing of the others away. @throws any other fault
 */
export async function rowOfMany<X>(
  tx: AnyTx,
  by: Writer,
  run: (by: Writer) => Promise<X>,
): Promise<{ done: true; value: X } | { done: false; problem: Problem }> {
  const { gathered, by: own } = gathering(by.actor)
  await sql`savepoint one_row`.execute(tx)
  try {
    const value = await run(own)
    await sql`release savepoint one_row`.execute(tx)
    for (const line of gathered.lines) by.journal(line)
    for (const event of gathered.events) by.emit(event)
    return { done: true, value }
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfDatabase(error)
    if (!problem) throw error
    await sql`rollback to savepoint one_row`.execute(tx)
    return { done: false, problem }
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
