import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'
import { dateOf, keptSince, resolutionsOf, retentionClasses, tierOf } from '../retention.ts'

/** Drops the partitions that hold nothing young enough to be kept. @returns how many. */
export async function dropExpired(tx: AnyTx, atMs: number): Promise<number> {
  let dropped = 0
  for (const kept of retentionClasses)
    for (const resolution of resolutionsOf(kept)) {
      const before = dateOf(keptSince(kept, resolution, atMs))
      const { rows } = await sql<{ dropped: number }>`
        select supervision.drop_partitions(${tierOf(kept, resolution)}, ${before}::date) as dropped`.execute(
        tx,
      )
      dropped += rows[0]!.dropped
    }
  return dropped
}
