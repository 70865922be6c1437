import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'

/** Takes free assets, at most so many; another worker at the same moment takes others. @returns their ids. */
export async function claim(tx: AnyTx, workerId: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ asset_id: string }>`
    update supervision.leases set worker_id = ${workerId}, is_stale = false where asset_id in (
      select asset_id from supervision.leases where worker_id is null order by asset_id limit ${most}
      for update skip locked)
    returning asset_id`.execute(tx)
  return rows.map((row) => row.asset_id)
}

/** Assets of which something changed since they were loaded. They count as loaded from here on. */
export async function takeStale(tx: AnyTx, workerId: string): Promise<string[]> {
  const { rows } = await sql<{ asset_id: string }>`
    update supervision.leases set is_stale = false where worker_id = ${workerId} and is_stale
    returning asset_id`.execute(tx)
  return rows.map((row) => row.asset_id)
}

export async function leased(tx: AnyTx, workerId: string): Promise<string[]> {
  const { rows } = await sql<{ asset_id: string }>`
    select asset_id from supervision.leases where worker_id = ${workerId}`.execute(tx)
  return rows.map((row) => row.asset_id)
}

/** Gives assets back, for others to take. */
export async function release(tx: AnyTx, workerId: string, assetIds: readonly string[]): Promise<void> {
  await sql`update supervision.leases set worker_id = null
    where worker_id = ${workerId} and asset_id = any(${[...assetIds]}::uuid[])`.execute(tx)
}
