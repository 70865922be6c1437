import { hostname } from 'node:os'
import { sql } from 'kysely'
import { monotonicMs, now } from '#kernel/clock'
import type { AnyTx, Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { SupervisionTables } from '../tables.ts'

/** This worker was taken for dead by another: what it had is measured elsewhere. */
export class Fenced extends Error {}

/** What a beat found. */
export interface Beat {
  /** The row was gone: this worker had stood still too long, and begins anew. */
  wasFenced: boolean
  workers: number
  leases: { total: number; mine: number; free: number; stale: number }
}

export interface Membership {
  /** Counts this worker's beat up and looks whether the others' still move. */
  beat(tx: Tx<SupervisionTables>): Promise<Beat>
  /** Throws `Fenced` where another has removed this worker; holds its row until the transaction ends. */
  hold(tx: AnyTx): Promise<void>
  leave(tx: AnyTx): Promise<void>
  readonly id: string
}

/** A beat that does not move for so long, by our own steady clock, is a dead worker's. */
const deadAfterMs = 6_000

export function createMembership(): Membership {
  let id = newId()
  let isKnown = false
  const seen = new Map<string, { beat: number; sinceMs: number }>()

  /** Those whose beat has stood still, by what this worker saw with its own eyes. */
  function still(others: [id: string, beat: number][]): [string, number][] {
    const atMs = monotonicMs()
    const present = new Set(others.map(([other]) => other))
    for (const other of seen.keys()) if (!present.has(other)) seen.delete(other)
    return others.filter(([other, beat]) => {
      const before = seen.get(other)
      if (before?.beat === beat) return atMs - before.sinceMs >= deadAfterMs
      seen.set(other, { beat, sinceMs: atMs })
      return false
    })
  }

  return {
    get id() {
      return id
    },
    async beat(tx) {
      let found = await count(tx, id)
      const wasFenced = isKnown && !found.isThere
      if (!found.isThere) {
        if (wasFenced) id = newId()
        await register(tx, id)
        found = await count(tx, id)
      }
      isKnown = true
      const dead = still(found.workers.filter(([other]) => other !== id))
      for (const [other, beat] of dead)
        await tx.deleteFrom('supervision.workers').where('id', '=', other).where('beat', '=', beat).execute()
      // Its leases are free by now: the foreign key sets them so.
      if (dead.length > 0) found = await count(tx, id)
      return { wasFenced, workers: found.workers.length, leases: found.leases }
    },
    async hold(tx) {
      const { rows } = await sql`select from supervision.workers where id = ${id} for key share`.execute(tx)
      if (rows.length === 0) throw new Fenced('another worker has taken over')
    },
    async leave(tx) {
      await sql`delete from supervision.workers where id = ${id}`.execute(tx)
    },
  }
}

async function register(tx: Tx<SupervisionTables>, id: string): Promise<void> {
  await tx
    .insertInto('supervision.workers')
    .values({ id, name: `${hostname()} ${process.pid}`, started_at: now().toISOString() })
    .execute()
}

/** One statement for everything that a beat must know: it runs every two seconds, also where nothing happens. */
async function count(tx: Tx<SupervisionTables>, id: string) {
  const { rows } = await sql<{
    beaten: number
    workers: [id: string, beat: number][] | null
    total: number
    mine: number
    free: number
    stale: number
  }>`
    with beaten as (update supervision.workers set beat = beat + 1 where id = ${id} returning id)
    select (select count(*) from beaten) as beaten,
      (select json_agg(json_build_array(id, beat)) from supervision.workers) as workers,
      l.* from (select count(*) as total, count(*) filter (where worker_id = ${id}) as mine,
        count(*) filter (where worker_id is null) as free,
        count(*) filter (where worker_id = ${id} and is_stale) as stale from supervision.leases) l`.execute(
    tx,
  )
  const { beaten, workers, total, mine, free, stale } = rows[0]!
  return { isThere: beaten > 0, workers: workers ?? [], leases: { total, mine, free, stale } }
}
