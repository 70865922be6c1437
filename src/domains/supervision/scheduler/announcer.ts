import type { Database, Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import type { Log } from '#kernel/log'
import { commitChanges, type AlertNews, type CheckChange, type RuleChange } from '../states/commit.ts'
import type { SupervisionTables } from '../tables.ts'
import { Fenced, type Membership } from './membership.ts'

/** Writes what was judged, soon and in order, and does not lose it while the database is away. */
export interface Announcer {
  say(changes: readonly (RuleChange | CheckChange)[]): void
  flush(): Promise<void>
  /** What waits belongs to assets that another worker measures now: it judges for itself. */
  forget(): void
  waiting(): number
}

/** Changes of one moment become one transaction. */
const gatherMs = 50
const retryMs = 1_000

export function createAnnouncer(parts: {
  system<R>(
    run: (tx: Tx<SupervisionTables>, emit: (event: EventInstance) => void) => Promise<R>,
  ): ReturnType<Database['system']>
  membership: Membership
  tell(tx: Tx<SupervisionTables>, news: readonly AlertNews[]): Promise<void>
  log: Log
}): Announcer {
  let waiting: (RuleChange | CheckChange)[] = []
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> | undefined

  function arm(ms: number): void {
    timer ??= setTimeout(() => void flush(), ms)
  }

  async function flush(): Promise<void> {
    await flushing
    flushing = flushOnce().finally(() => {
      flushing = undefined
    })
    await flushing
  }

  async function flushOnce(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const taken = waiting
    waiting = []
    if (taken.length === 0) return
    try {
      await parts.system(async (tx, emit) => {
        await parts.membership.hold(tx)
        await parts.tell(tx, await commitChanges(tx, taken, emit))
      })
    } catch (error) {
      if (error instanceof Fenced) return
      parts.log.warn({ err: (error as Error).message }, 'changes of state wait for the database')
      waiting = [...taken, ...waiting]
      arm(retryMs)
    }
  }

  return {
    say(changes) {
      if (changes.length === 0) return
      waiting.push(...changes)
      arm(gatherMs)
    },
    flush,
    forget() {
      waiting = []
    },
    waiting: () => waiting.length,
  }
}
