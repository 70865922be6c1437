import type { Tx } from '../database.ts'
import { gathering, keepGathered } from './gathered.ts'
import type { Writer } from './record.ts'
import type { Ground } from './types.ts'

/**
 * A write that no person asked for (discovery found a new firmware): one transaction that sees every organisation, with
 * its journal lines and events in the same commit. The journal names the system: `operation` is what was done
 * (`inventory.refresh`), `actor` who of the system did it (`discovery`). A cycle's context is a ground.
 */
export function systemWrite<T, R>(
  ground: Ground,
  who: { operation: string; actor: string },
  run: (tx: Tx<T>, by: Writer) => Promise<R>,
): Promise<R> {
  return ground.database.system<T, R>(async (tx) => {
    const { gathered, by } = gathering()
    const result = await run(tx, by)
    const actor = { kind: 'system', name: who.actor } as const
    await keepGathered(tx, ground, { operation: who.operation, actor, address: '' }, gathered)
    return result
  })
}
