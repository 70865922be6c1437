import { now, nowMs } from '#kernel/clock'
import type { CycleContext } from '#kernel/jobs'
import { discoveryProgressed } from '../contract.ts'
import type { DiscoveryReport, InventoryTables } from '../tables.ts'
import type { DiscoveryRow } from './row.ts'

/** A worker that does not renew for this long is taken for dead, and another begins again. */
export const heldMs = 15_000

export interface Progress {
  asked: number
  answered: number
  identified: number
  report: Required<DiscoveryReport>
}

/** Takes the oldest discovery that waits, or whose worker has died. */
export function takeDiscovery({ system }: CycleContext): Promise<DiscoveryRow | undefined> {
  return system<InventoryTables, DiscoveryRow | undefined>(async (tx) => {
    const waiting = await tx
      .selectFrom('inventory.discoveries')
      .select('id')
      .where((row) =>
        row.or([
          row('state', '=', 'waiting'),
          row.and([row('state', '=', 'running'), row('held_until', '<', now().toISOString())]),
        ]),
      )
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!waiting) return undefined
    return tx
      .updateTable('inventory.discoveries')
      .set({
        state: 'running',
        asked: 0,
        answered: 0,
        identified: 0,
        error: null,
        started_at: now().toISOString(),
        held_until: new Date(nowMs() + heldMs).toISOString(),
      })
      .where('id', '=', waiting.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
}

/** Writes the progress, renews the hold, tells the browsers. @returns whether somebody asked to stop. */
export function renew({ system }: CycleContext, row: DiscoveryRow, progress: Progress): Promise<boolean> {
  return system<InventoryTables, boolean>(async (tx, emit) => {
    const { report, ...counts } = progress
    const kept = await tx
      .updateTable('inventory.discoveries')
      .set({
        ...counts,
        report: JSON.stringify(report),
        held_until: new Date(nowMs() + heldMs).toISOString(),
      })
      .where('id', '=', row.id)
      .returning('stop_asked')
      .executeTakeFirst()
    emit(discoveryProgressed(row.organisation_id, said(row, 'running', progress), row.site_id))
    // Removed meanwhile with its organisation: there is nothing left to do.
    return kept === undefined || kept.stop_asked
  })
}

export function endDiscovery(
  { system }: CycleContext,
  row: DiscoveryRow,
  state: 'done' | 'stopped' | 'failed',
  progress: Progress,
  error: string | null,
): Promise<void> {
  return system<InventoryTables, void>(async (tx, emit) => {
    const { report, ...counts } = progress
    await tx
      .updateTable('inventory.discoveries')
      .set({
        ...counts,
        state,
        error,
        report: JSON.stringify(report),
        held_until: null,
        ended_at: now().toISOString(),
      })
      .where('id', '=', row.id)
      .execute()
    emit(discoveryProgressed(row.organisation_id, said(row, state, progress), row.site_id))
  })
}

function said(row: DiscoveryRow, state: string, { asked, answered, identified }: Progress) {
  return { id: row.id, state, total: row.total, asked, answered, identified }
}
