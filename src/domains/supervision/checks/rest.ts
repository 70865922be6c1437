import { sql, type Selectable } from 'kysely'
import { now } from '#kernel/clock'
import type { AssetPlaced } from '#estate'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import type { Ending } from '../contract/words.ts'
import { alertClosed } from '../contract.ts'
import { refreshAssetStates } from '../states/asset-states.ts'
import type { AlertNews } from '../states/commit.ts'
import type { SupervisionTables } from '../tables.ts'
import { tellEnds } from '../tell/ends.ts'

/** A check that is no longer run, and why. */
export interface Resting {
  checkId: string
  why: Ending
}

/**
 * Checks that are no longer run have no state, and what was wrong by them is closed: nobody would ever see it recover.
 * Whoever was told of it is told so.
 */
export async function restChecks(
  tx: Tx<SupervisionTables>,
  asset: AssetPlaced,
  resting: readonly Resting[],
  emit: (event: EventInstance) => void,
): Promise<void> {
  if (resting.length === 0) return
  const at = now()
  const checkIds = resting.map(({ checkId }) => checkId)
  await tx
    .deleteFrom('supervision.states')
    .where(sql<boolean>`check_id = any(${checkIds}::uuid[])`)
    .execute()
  const news: AlertNews[] = []
  for (const { checkId, why } of resting) news.push(...(await endAlerts(tx, asset, checkId, why, at)))
  for (const { id, state, rule, component } of news)
    emit(alertClosed(asset.organisationId, { assetId: asset.id, id, state, rule, component }, asset.siteId))
  await refreshAssetStates(tx, [asset], at, emit)
  await tellEnds(tx, news)
}

async function endAlerts(
  tx: Tx<SupervisionTables>,
  asset: AssetPlaced,
  checkId: string,
  why: Ending,
  at: Date,
): Promise<AlertNews[]> {
  const closed = await tx
    .updateTable('supervision.alerts')
    .set({ closed_at: at.toISOString(), changed_at: at.toISOString(), ended: why })
    .where('closed_at', 'is', null)
    .where('check_id', '=', checkId)
    .returningAll()
    .execute()
  return closed.map((row) => endOf(row, asset))
}

/** What is told of an alert that is over because nobody watches any more. */
export function endOf(row: EndedRow, asset: AssetPlaced): AlertNews {
  return {
    id: row.id,
    asset,
    rule: row.rule,
    component: row.component,
    state: row.state,
    measured: row.measured,
    threshold: row.threshold,
    cause: row.cause,
    what: 'closed',
    ended: row.ended,
    openedAt: new Date(row.opened_at).toISOString(),
    at: new Date(row.changed_at).toISOString(),
    isMuted: row.muted_until !== null && Date.parse(row.muted_until) > Date.parse(row.changed_at),
  }
}

type EndedRow = Selectable<SupervisionTables['supervision.alerts']>
