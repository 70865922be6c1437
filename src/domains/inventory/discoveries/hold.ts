import { sql } from 'kysely'
import { now, nowMs } from '#kernel/clock'
import type { CycleContext } from '#kernel/jobs'
import { newId } from '#kernel/ids'
import { discoveryProgressed, proposalsChanged } from '../contract.ts'
import type { DiscoveryReport, InventoryTables } from '../tables.ts'
import { endLooks } from './looks.ts'
import { askedAbove } from './prefix.ts'
import type { DiscoveryRow } from './row.ts'

/** A worker that does not renew for this long is taken for dead, and another begins again. */
export const heldMs = 15_000

export interface Progress {
  asked: number
  answered: number
  identified: number
  report: Required<DiscoveryReport>
}

/** How many discoveries of one organisation run at a time, and how many of them may be large. */
const [mostOfOne, mostLargeOfOne] = [6, 3]

/**
 * Takes a discovery that waits, or whose worker has died: of the organisation that has the fewest running, the oldest.
 * An organisation's large ones leave room for its small ones.
 */
export function takeDiscovery({ system }: CycleContext): Promise<DiscoveryRow | undefined> {
  return system<InventoryTables, DiscoveryRow | undefined>(async (tx) => {
    const at = now().toISOString()
    const running = (condition = sql``) => sql<number>`(select count(*) from inventory.discoveries r
      where r.organisation_id = d.organisation_id and r.state = 'running' and r.held_until >= ${at} ${condition})`
    const waiting = await tx
      .selectFrom('inventory.discoveries as d')
      .select('d.id')
      .where((row) =>
        row.or([
          row('d.state', '=', 'waiting'),
          row.and([row('d.state', '=', 'running'), row('d.held_until', '<', at)]),
        ]),
      )
      .where(sql<boolean>`${running()} < ${mostOfOne}`)
      .where(
        sql<boolean>`(d.total <= ${askedAbove} or ${running(sql`and r.total > ${askedAbove}`)} < ${mostLargeOfOne})`,
      )
      .orderBy(running())
      .orderBy('d.created_at')
      .limit(1)
      .forUpdate('d')
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
        pace: null,
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
        pace: null,
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
