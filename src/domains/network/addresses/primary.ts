import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import { recorded, type Writer } from '#kernel/operations'
import { primaryAddressChanged } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'
import { addressSubject } from './row.ts'

interface OfAsset {
  organisationId: string
  assetId: string
}

/** The address at which an asset is spoken to. */
export async function primaryOf(
  tx: AnyTx,
  assetId: string,
): Promise<{ id: string; address: string } | undefined> {
  return typed<NetworkTables>(tx)
    .selectFrom('network.addresses')
    .select(['id', sql<string>`host(address)`.as('address')])
    .where('asset_id', '=', assetId)
    .where('is_primary', '=', true)
    .executeTakeFirst()
}

/** Makes an address the primary one or not, told of in its own history. The caller tells that the asset's has changed. */
export function markPrimary(tx: AnyTx, by: Writer, id: string, isPrimary: boolean): Promise<void> {
  return recorded(tx, by, addressSubject, id, async () => {
    await typed<NetworkTables>(tx)
      .updateTable('network.addresses')
      .set({ is_primary: isPrimary })
      .where('id', '=', id)
      .execute()
  })
}

/** An asset that lost its primary address is spoken to at its lowest one. @returns that address, null where none is left. */
export async function promoteNext(tx: AnyTx, by: Writer, assetId: string): Promise<string | null> {
  const next = await typed<NetworkTables>(tx)
    .selectFrom('network.addresses')
    .select(['id', sql<string>`host(address)`.as('plain')])
    .where('asset_id', '=', assetId)
    .orderBy('address')
    .limit(1)
    .executeTakeFirst()
  if (!next) return null
  await markPrimary(tx, by, next.id, true)
  return next.plain
}

/** Some assets that are spoken to at other addresses from now on; null where none is left. */
export interface Moved {
  assetId: string
  address: string | null
}

type Follower = (tx: AnyTx, by: Writer, organisationId: string, moved: readonly Moved[]) => Promise<void>

const followers: Follower[] = []

/** What a domain above does in the same transaction, while it is known who gave the asset its address. Called by its door. */
export function followPrimary(follower: Follower): void {
  followers.push(follower)
}

/** For many assets of one organisation at once; what is said of it is the caller's. */
export async function letFollow(
  tx: AnyTx,
  by: Writer,
  organisationId: string,
  moved: readonly Moved[],
): Promise<void> {
  for (const follow of followers) await follow(tx, by, organisationId, moved)
}

/** Says at which address an asset is spoken to from now on, at the asset's place. */
export async function tellPrimary(
  tx: AnyTx,
  by: Writer,
  { organisationId, assetId }: OfAsset,
  address: string | null,
): Promise<void> {
  await letFollow(tx, by, organisationId, [{ assetId, address }])
  const asset = await typed<NetworkTables>(tx)
    .selectFrom('estate.assets_seen')
    .select('site_id')
    .where('id', '=', assetId)
    .executeTakeFirst()
  by.emit(primaryAddressChanged(organisationId, { assetId, address }, asset?.site_id ?? null))
}
