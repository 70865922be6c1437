import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { EventInstance } from '#kernel/events'
import type { Log } from '#kernel/log'
import { commitChanges, type AlertNews, type CheckChange, type RuleChange } from '../states/commit.ts'
import type { SupervisionTables } from '../tables.ts'
import { createFlush } from './flush.ts'
import { Fenced, type Membership } from './membership.ts'

/** Writes what was judged, soon and in order, and does not lose it while the database is away. */
export interface Announcer {
  say(changes: readonly (RuleChange | CheckChange)[]): void
  flush(): Promise<void>
  /** What waits belongs to assets that another worker measures now: it judges for itself. */
  forget(): void
  waiting(): number
}

type Change = RuleChange | CheckChange

/** Changes of one moment become one transaction. */
const gatherMs = 50
const retryMs = 1_000

export function createAnnouncer(parts: {
  system(
    run: (tx: Tx<SupervisionTables>, emit: (event: EventInstance) => void) => Promise<void>,
  ): Promise<void>
  membership: Membership
  tell(tx: Tx<SupervisionTables>, news: readonly AlertNews[]): Promise<void>
  log: Log
}): Announcer {
  let waiting: Change[] = []
  const flush = createFlush(writeWaiting)

  async function writeWaiting(): Promise<void> {
    const taken = waiting
    waiting = []
    if (taken.length === 0) return
    try {
      await write(taken)
    } catch (error) {
      if (error instanceof Fenced) return
      if (isAway(error)) return wait(taken, error as Error)
      parts.log.error({ err: error }, 'changes of state could not be written together')
      await writeApart(taken)
    }
  }

  function write(changes: readonly Change[]): Promise<void> {
    return parts.system(async (tx, emit) => {
      await parts.membership.hold(tx)
      await parts.tell(tx, await commitChanges(tx, changes, emit))
    })
  }

  function wait(changes: readonly Change[], error: Error): void {
    parts.log.warn({ err: error.message }, 'changes of state wait for the database')
    waiting = [...changes, ...waiting]
    flush.soon(retryMs)
  }

  /** One asset whose changes cannot be written must not hold back the others. */
  async function writeApart(changes: readonly Change[]): Promise<void> {
    for (const [assetId, some] of Map.groupBy(changes, ({ asset }) => asset.id))
      try {
        await write(some)
      } catch (error) {
        if (isAway(error)) wait(some, error as Error)
        else if (!(error instanceof Fenced))
          parts.log.error({ err: error, assetId }, 'changes of state could not be written')
      }
  }

  return {
    say(changes) {
      if (changes.length === 0) return
      waiting.push(...changes)
      flush.soon(gatherMs)
    },
    flush: flush.now,
    forget() {
      waiting = []
    },
    waiting: () => waiting.length,
  }
}

/** Faults that pass by themselves. */
function isAway(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'database-unavailable' || error.code === 'disk-full')
}
