import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { personNames } from '#identity'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Alert } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'
import { unitOfRule } from '../templates/catalogue.ts'

export type AlertSeen = Selectable<SupervisionTables['supervision.alerts_seen']>

/** The view's row as the API says it; the name of who acknowledged it comes apart. */
export function alertOf(row: AlertSeen): z.input<typeof Alert> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    assetId: (row.asset_id ?? row.gone_asset_id)!,
    isAssetGone: row.asset_id === null,
    assetName: row.asset_name,
    assetKind: row.asset_kind,
    siteId: row.site_id,
    siteName: row.site_name,
    level: row.level,
    checkId: row.check_id,
    rule: row.rule,
    component: row.component,
    state: row.state,
    worst: row.worst,
    measured: row.measured,
    threshold: row.threshold,
    cause: row.cause,
    unit: unitOfRule(row.rule),
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    closedAt: row.closed_at,
    ended: row.ended,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedById: row.acknowledged_by,
    acknowledgedBy: null,
    acknowledgedUntil: row.acknowledged_until,
    comment: row.comment,
    mutedUntil: row.muted_until,
    isAcknowledged: row.acknowledged_at !== null && holds(row.acknowledged_until ?? null, true),
    isMuted: holds(row.muted_until ?? null, false),
    version: row.version,
  }
}

/** Whether a time is still to come; without one, what is said. */
function holds(until: string | null, without: boolean): boolean {
  return until === null ? without : Date.parse(until) > nowMs()
}

/** The same alerts with the names of the people who acknowledged them. */
export async function withNames(
  tx: Tx<SupervisionTables>,
  alerts: z.input<typeof Alert>[],
): Promise<z.input<typeof Alert>[]> {
  const names = await personNames(
    tx,
    alerts.map((alert) => alert.acknowledgedById),
  )
  return alerts.map((alert) => ({
    ...alert,
    acknowledgedBy: alert.acknowledgedById === null ? null : (names.get(alert.acknowledgedById) ?? null),
  }))
}

export async function alertById(tx: Tx<SupervisionTables>, id: string): Promise<z.input<typeof Alert>> {
  const row = await tx
    .selectFrom('supervision.alerts_seen')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (await withNames(tx, [alertOf(required(row))]))[0]!
}
