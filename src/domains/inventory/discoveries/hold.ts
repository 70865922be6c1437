import { now, nowMs } from '#kernel/clock'
import type { CycleContext } from '#kernel/jobs'
import { newId } from '#kernel/ids'
import { discoveryProgressed, proposalsChanged } from '../contract.ts'
import type { DiscoveryReport, InventoryTables } from '../tables.ts'
import { endLooks } from './looks.ts'
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
        report: '{}',
        error: null,
        started_at: now().toISOString(),
        holder: newId(),
        held_until: new Date(nowMs() + heldMs).toISOString(),
      })
      .where('id', '=', waiting.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
}

/** Writes the progress, renews the hold, tells the browsers. @returns what this worker is to do now. */
export function renew(
  { system }: CycleContext,
  row: DiscoveryRow,
  progress: Progress,
): Promise<'go on' | 'stop' | 'leave'> {
  return system<InventoryTables, 'go on' | 'stop' | 'leave'>(async (tx, emit) => {
    const { report, ...counts } = progress
    const kept = await tx
      .updateTable('inventory.discoveries')
      .set({
        ...counts,
        report: JSON.stringify(report),
        held_until: new Date(nowMs() + heldMs).toISOString(),
      })
      .where('id', '=', row.id)
      .where('holder', '=', row.holder)
      .where('state', '=', 'running')
      .returning('stop_asked')
      .executeTakeFirst()
    // Removed meanwhile with its organisation, or another worker has it.
    if (!kept) return 'leave'
    emit(discoveryProgressed(row.organisation_id, said(row, 'running', progress), row.site_id))
    emit(proposalsChanged(row.organisation_id, { discoveryId: row.id }, row.site_id))
    return kept.stop_asked ? 'stop' : 'go on'
  })
}

/** Ends it; `waiting` gives it back, for a worker that stops itself. */
export function endDiscovery(
  { system }: CycleContext,
  row: DiscoveryRow,
  state: 'done' | 'stopped' | 'failed' | 'waiting',
  progress: Progress,
  error: string | null,
): Promise<void> {
  return system<InventoryTables, void>(async (tx, emit) => {
    const { report, ...counts } = progress
    const kept = await tx
      .updateTable('inventory.discoveries')
      .set({
        ...counts,
        state,
        error,
        report: JSON.stringify(report),
        holder: null,
        held_until: null,
        ended_at: state === 'waiting' ? null : now().toISOString(),
      })
      .where('id', '=', row.id)
      .where('holder', '=', row.holder)
      .returning('id')
      .executeTakeFirst()
    if (!kept) return
    await endLooks(tx, row)
    emit(discoveryProgressed(row.organisation_id, said(row, state, progress), row.site_id))
    emit(proposalsChanged(row.organisation_id, { discoveryId: row.id }, row.site_id))
  })
}

function said(row: DiscoveryRow, state: string, { asked, answered, identified }: Progress) {
  return { id: row.id, state, total: row.total, asked, answered, identified }
}
