import type { AssetPlaced } from '#estate'
import { sql } from 'kysely'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { primaryAddress, type Moved } from '#network'
import { accessChanged } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'

/** The addresses at which an access may be used, as text. */
export const placesOf = sql<string[]>`array(select host(place) from unnest(a.addresses) place)`.as('places')

/** An access remembers its latest addresses only: a device that moves every day does not lengthen it for ever. */
const mostPlaces = 64

/** Whether an asset has a credential, and whether it may be told at the address where the asset is now. */
export async function accessOf(tx: AnyTx, assetId: string): Promise<'none' | 'unconfirmed' | 'usable'> {
  const row = await accessRow(tx, assetId)
  if (!row) return 'none'
  const address = await primaryAddress(tx, assetId)
  return address !== null && row.places.includes(address) ? 'usable' : 'unconfirmed'
}

/** Notes which credential an asset answered to, and where; says so where that is news. */
export async function noteAccess(
  tx: AnyTx,
  by: Writer,
  asset: AssetPlaced,
  credential: { id: string; port: number },
  address: string,
): Promise<void> {
  const before = await accessRow(tx, asset.id)
  const isSame = before?.credential_id === credential.id && before.port === credential.port
  const primary = await primaryAddress(tx, asset.id)
  // What works where the asset is asked is not given up for what it answers elsewhere.
  if (before && !isSame && primary !== null && primary !== address && before.places.includes(primary)) return
  const places = [address, ...(isSame ? before.places.filter((place) => place !== address) : [])]
  const columns = {
    credential_id: credential.id,
    port: credential.port,
    verified_at: now().toISOString(),
    addresses: places.slice(0, mostPlaces),
  }
  await typed<InventoryTables>(tx)
    .insertInto('inventory.access')
    .values({ asset_id: asset.id, organisation_id: asset.organisationId, ...columns })
    .onConflict((conflict) => conflict.column('asset_id').doUpdateSet(columns))
    .execute()
  if (!isSame || !before.places.includes(address))
    by.emit(accessChanged(asset.organisationId, { assetId: asset.id }, asset.siteId))
}

/** Notes that an asset answered at this address to the credential it has; nothing where it has another one. */
export async function confirmAccess(
  tx: AnyTx,
  by: Writer,
  asset: AssetPlaced,
  credentialId: string,
  address: string,
): Promise<void> {
  const before = await accessRow(tx, asset.id)
  if (before?.credential_id !== credentialId) return
  await noteAccess(tx, by, asset, { id: credentialId, port: before.port }, address)
}

/**
 * A community is told to whatever answers at an address. Whoever may ask any address with the organisation's credentials
 * takes them along to the asset's new one; of anybody else it must first be confirmed there.
 */
export async function allowAtNewAddress(
  tx: AnyTx,
  { actor }: Writer,
  organisationId: string,
  moved: readonly Moved[],
): Promise<void> {
  if (actor?.kind !== 'person') return
  const access = actor.access('discovery.run', organisationId)
  if (!access.everything && !access.organisations.includes(organisationId)) return
  const there = moved.filter((one): one is { assetId: string; address: string } => one.address !== null)
  if (there.length === 0) return
  await sql`
    update inventory.access a set addresses = (m.address || array_remove(a.addresses, m.address))[1:${sql.lit(mostPlaces)}]
    from unnest(${there.map(({ assetId }) => assetId)}::uuid[], ${there.map(({ address }) => address)}::inet[])
      m (asset_id, address)
    where a.asset_id = m.asset_id and a.organisation_id = ${organisationId}`.execute(tx)
}

function accessRow(tx: AnyTx, assetId: string) {
  return typed<InventoryTables>(tx)
    .selectFrom('inventory.access as a')
    .select(['a.credential_id', 'a.port', placesOf])
    .where('a.asset_id', '=', assetId)
    .executeTakeFirst()
}
