import { sql } from 'kysely'
import { now, nowMs } from '#kernel/clock'
import { asSystem, typed, type AnyTx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

export const hourMs = 3_600_000

/** What each caller may do so often within an hour. */
export interface Hourly {
  /**
   * Holds the caller's count until the commit, so that many at once go one by one.
   * @throws Problem `too-many-requests`, with Retry-After, for who has done it too often.
   */
  refuseMore(tx: AnyTx, caller: string): Promise<void>
  count(tx: AnyTx, caller: string): Promise<void>
}

/** Counted in the database, for all processes: what is rolled back was not counted (`ifRefused` counts that). */
export function hourly(what: string, most: number): Hourly {
  const keyOf = (caller: string) => `${what}:${caller}`
  return {
    async refuseMore(given, caller) {
      const key = keyOf(caller)
      await sql`select pg_advisory_xact_lock(hashtext(${`hourly ${key}`}))`.execute(typed(given))
      const lately = await asSystem(given, () =>
        typed<IdentityTables>(given)
          .selectFrom('identity.hourly')
          .select('at')
          .where('key', '=', key)
          .where('at', '>', new Date(nowMs() - hourMs).toISOString())
          .orderBy('at', 'desc')
          .limit(most)
          .execute(),
      )
      const first = lately[most - 1]
      if (!first) return
      const seconds = Math.ceil((Date.parse(first.at) + hourMs - nowMs()) / 1000)
      throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
    },
    count: (given, caller) =>
      asSystem(given, async () => {
        const row = { key: keyOf(caller), at: now().toISOString() }
        await typed<IdentityTables>(given).insertInto('identity.hourly').values(row).execute()
      }),
  }
}
