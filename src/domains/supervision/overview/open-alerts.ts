import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { isAcknowledged, isMuted } from '../alerts/filters.ts'
import { alertOf, withNames } from '../alerts/row.ts'
import type { Alert } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'

const most = 100

/** How many are open: that nobody has in hand, that somebody has, that are muted. */
export async function countOpen(tx: Tx<SupervisionTables>, organisationId: string | undefined) {
  let rows = tx.selectFrom('supervision.alerts').where('closed_at', 'is', null)
  if (organisationId) rows = rows.where('organisation_id', '=', organisationId)
  return rows
    .select([
      sql<number>`count(*) filter (where not ${isMuted()} and not ${isAcknowledged()})`.as('wrong'),
      sql<number>`count(*) filter (where not ${isMuted()} and ${isAcknowledged()})`.as('acknowledged'),
      sql<number>`count(*) filter (where ${isMuted()})`.as('muted'),
    ])
    .executeTakeFirstOrThrow()
}

/**
 * The open alerts that hurt most, by the level of their site. Those are given, so that no plan looks for them once an alert,
 * and all that an alert tells is read for those alone that are shown: thousands may be open.
 */
export async function worstOpen(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
  levels: ReadonlyMap<string, number>,
  { acknowledged }: { acknowledged: boolean },
): Promise<z.input<typeof Alert>[]> {
  const { rows: chosen } = await sql<{ id: string }>`
    select alerts.id from supervision.alerts
      left join estate.assets_seen a on a.id = alerts.asset_id
    where closed_at is null and not ${isMuted()} and ${isAcknowledged()} = ${acknowledged}
      and (${organisationId ?? null}::uuid is null or alerts.organisation_id = ${organisationId ?? null}::uuid)
    order by coalesce((${JSON.stringify(Object.fromEntries(levels))}::jsonb ->>
        (case when alerts.asset_id is null then alerts.site_id else a.site_id end)::text)::int, 0) desc,
      array_position(array['unreachable', 'unknown', 'warning', 'critical'], alerts.state) desc, opened_at desc
    limit ${most}`.execute(tx)
  const ids = chosen.map(({ id }) => id)
  const rows = await tx.selectFrom('supervision.alerts_seen').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return withNames(tx, ids.flatMap((id) => byId.get(id) ?? []).map(alertOf))
}
