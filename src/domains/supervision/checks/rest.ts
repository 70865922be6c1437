import { sql } from 'kysely'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { alertClosed } from '../contract.ts'
import { refreshAssetStates } from '../states/asset-states.ts'
import type { SupervisionTables } from '../tables.ts'

/**
 * Checks that are no longer run have no state, and what was wrong by them is closed: nobody would ever see it recover.
 */
export async function restChecks(
  tx: Tx<SupervisionTables>,
  asset: { id: string; organisationId: string; siteId: string | null },
  checkIds: readonly string[],
  emit: (event: EventInstance) => void,
): Promise<void> {
  if (checkIds.length === 0) return
  const at = now()
  const ofThese = sql<boolean>`check_id = any(${[...checkIds]}::uuid[])`
  await tx.deleteFrom('supervision.states').where(ofThese).execute()
  const closed = await tx
    .updateTable('supervision.alerts')
    .set({ closed_at: at.toISOString(), changed_at: at.toISOString() })
    .where('closed_at', 'is', null)
    .where(ofThese)
    .returning(['id', 'state', 'rule', 'component'])
    .execute()
  for (const alert of closed)
    emit(alertClosed(asset.organisationId, { assetId: asset.id, ...alert }, asset.siteId))
  await refreshAssetStates(tx, [asset], at, emit)
}
