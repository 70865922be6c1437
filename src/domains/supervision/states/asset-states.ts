import type { State } from '../contract/words.ts'
import { sql } from 'kysely'
import type { AssetPlaced } from '#estate'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import { stateChanged } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'
import { worst } from './state.ts'

interface Change {
  asset: AssetPlaced
  was: State | null
  state: State | null
}

/**
 * Sets each asset's state to the worst of its checks', keeps the change and says it. An asset without a judged check has
 * none.
 */
export async function refreshAssetStates(
  tx: Tx<SupervisionTables>,
  assets: readonly AssetPlaced[],
  at: Date,
  emit: (event: EventInstance) => void,
): Promise<void> {
  const changes = await changesOf(tx, assets)
  if (changes.length === 0) return
  await write(tx, changes, at)
  for (const { asset, was, state } of changes)
    emit(stateChanged(asset.organisationId, { assetId: asset.id, was, state }, asset.siteId))
}

async function changesOf(tx: Tx<SupervisionTables>, assets: readonly AssetPlaced[]): Promise<Change[]> {
  const ofThese = sql<boolean>`asset_id = any(${assets.map(({ id }) => id)}::uuid[])`
  const before = await tx
    .selectFrom('supervision.asset_states')
    .select(['asset_id', 'state'])
    .where(ofThese)
    .forUpdate()
    .execute()
  const checks = await tx
    .selectFrom('supervision.states')
    .select(['asset_id', 'state'])
    .where(ofThese)
    .execute()
  const held = new Map(before.map((row) => [row.asset_id, row.state]))
  const byAsset = Map.groupBy(checks, (row) => row.asset_id)
  return assets
    .map((asset) => ({
      asset,
      was: held.get(asset.id) ?? null,
      state: worst((byAsset.get(asset.id) ?? []).map((row) => row.state)) ?? null,
    }))
    .filter(({ was, state }) => was !== state)
}

async function write(tx: Tx<SupervisionTables>, changes: readonly Change[], at: Date): Promise<void> {
  const gone = changes.filter(({ state }) => state === null).map(({ asset }) => asset.id)
  if (gone.length > 0)
    await tx
      .deleteFrom('supervision.asset_states')
      .where(sql<boolean>`asset_id = any(${gone}::uuid[])`)
      .execute()
  const held = changes.filter(({ state }) => state !== null)
  if (held.length > 0)
    await sql`insert into supervision.asset_states (asset_id, organisation_id, state, since)
      select *, ${at}::timestamptz from unnest(${held.map(({ asset }) => asset.id)}::uuid[],
        ${held.map(({ asset }) => asset.organisationId)}::uuid[], ${held.map(({ state }) => state)}::text[])
      on conflict (asset_id) do update set state = excluded.state, since = excluded.since`.execute(tx)
  await sql`insert into supervision.transitions (id, organisation_id, asset_id, was, state, at)
    select *, ${at}::timestamptz from unnest(${changes.map(() => newId())}::uuid[],
      ${changes.map(({ asset }) => asset.organisationId)}::uuid[], ${changes.map(({ asset }) => asset.id)}::uuid[],
      ${changes.map(({ was }) => was)}::text[], ${changes.map(({ state }) => state)}::text[])`.execute(tx)
}
