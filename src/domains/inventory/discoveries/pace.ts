import { sql } from 'kysely'
import { delay, now } from '#kernel/clock'
import type { CycleContext } from '#kernel/jobs'
import type { InventoryTables } from '../tables.ts'
import type { DiscoveryRow } from './row.ts'
import { budgetOf, sharesOf } from './shares.ts'

/** How soon one that waits for others to slow down looks again. */
const againMs = 250
/** Less than this is not worth a program's start, where more is to come. */
const leastPace = 1

/**
 * How many packets a second a discovery may send now, over all workers: its fair share, or what those that have not
 * asked again yet leave of it. Waits where they leave nothing. @throws the signal's reason
 */
export async function takePace(
  context: CycleContext,
  row: DiscoveryRow,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    signal.throwIfAborted()
    const pace = await tryPace(context, row)
    if (pace !== undefined) return pace
    await delay(againMs, signal)
  }
}

function tryPace({ system }: CycleContext, row: DiscoveryRow): Promise<number | undefined> {
  return system<InventoryTables, number | undefined>(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('inventory pace', 0))`.execute(tx)
    const rows = await tx
      .selectFrom('inventory.discoveries')
      .select(['id', 'organisation_id', 'packets_per_second', 'pace'])
      .where('state', '=', 'running')
      .where((one) => one.or([one('held_until', '>=', now().toISOString()), one('id', '=', row.id)]))
      .execute()
    const running = rows.map((one) => ({
      id: one.id,
      organisationId: one.organisation_id,
      packetsPerSecond: one.packets_per_second,
    }))
    const taken = rows.reduce((sum, one) => sum + (one.id === row.id ? 0 : (one.pace ?? 0)), 0)
    const share = sharesOf(running).get(row.id)
    // Removed meanwhile, or stopped: its holder hears of it with the next renewal.
    if (share === undefined) return undefined
    const pace = Math.min(share, budgetOf(running) - taken)
    const isEnough = pace >= Math.min(share, leastPace)
    await tx
      .updateTable('inventory.discoveries')
      .set({ pace: isEnough ? pace : null })
      .where('id', '=', row.id)
      .where('holder', '=', row.holder)
      .execute()
    return isEnough ? pace : undefined
  })
}
