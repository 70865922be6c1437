import { sql } from 'kysely'
import { z } from 'zod'
import { assetById } from '#estate'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import { recorded, type Writer } from '#kernel/operations'
import { Id, LostAddress } from '../contract.ts'
import { query } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { promoteNext, tellPrimary } from './primary.ts'
import { addressSubject } from './row.ts'

/**
 * Takes an address away from the asset that holds it, for another. Where it was the primary one, the next becomes that;
 * where none is left, it is noted who has it now: nobody speaks to the asset any more, and a person must hear of it.
 */
export async function takeAway(
  tx: AnyTx,
  by: Writer,
  held: { id: string; asset_id: string; is_primary: boolean },
  to: { organisationId: string; assetId: string; address: string },
): Promise<void> {
  const rows = typed<NetworkTables>(tx)
  await recorded(tx, by, addressSubject, held.id, async () => {
    await rows.deleteFrom('network.addresses').where('id', '=', held.id).execute()
  })
  if (!held.is_primary) return
  const next = await promoteNext(tx, by, held.asset_id)
  await tellPrimary(tx, by, { organisationId: to.organisationId, assetId: held.asset_id }, next)
  if (next !== null) return
  await rows
    .insertInto('network.lost_addresses')
    .values({
      asset_id: held.asset_id,
      organisation_id: to.organisationId,
      address: to.address,
      to_asset_id: to.assetId,
      lost_at: now().toISOString(),
    })
    .execute()
}

/** Assets that have an address again lost none. */
export async function forgetLost(tx: AnyTx, assetIds: readonly string[]): Promise<void> {
  await typed<NetworkTables>(tx)
    .deleteFrom('network.lost_addresses')
    .where(sql<boolean>`asset_id = any(${[...assetIds]}::uuid[])`)
    .execute()
}

export const readLostAddress = query({
  name: 'addresses.lost',
  route: 'GET /assets/:id/lost-address',
  right: 'address.read',
  summary:
    'The address that another asset took from this one, which has had none since; null where that is not so',
  input: z.strictObject({ id: Id }),
  output: z.object({ lost: LostAddress.nullable() }),
  async run(tx, { id }) {
    await assetById(tx, id)
    const row = await tx
      .selectFrom('network.lost_addresses as l')
      .leftJoin('estate.assets_seen as a', 'a.id', 'l.to_asset_id')
      .select(['a.id as assetId', 'a.name as assetName', 'l.lost_at as lostAt'])
      .select(sql<string>`host(l.address)`.as('address'))
      .where('l.asset_id', '=', id)
      .executeTakeFirst()
    return { lost: row ?? null }
  },
})
