import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import { addressChanged, interfacesChanged } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'

/** The address at which an asset is spoken to, or null. */
export async function primaryAddress(tx: AnyTx, assetId: string): Promise<string | null> {
  return (await primaryAddresses(tx, [assetId])).get(assetId) ?? null
}

/** The same for many assets; those without an address are absent. */
export async function primaryAddresses(tx: AnyTx, assetIds: readonly string[]): Promise<Map<string, string>> {
  if (assetIds.length === 0) return new Map()
  const rows = await typed<NetworkTables>(tx)
    .selectFrom('network.addresses')
    .select(['asset_id', sql<string>`host(address)`.as('address')])
    .where(sql<boolean>`asset_id = any(${assetIds}::uuid[])`)
    .where('is_primary', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.asset_id, row.address]))
}

/** Which of these addresses belong to which asset of the organisation. */
export async function assetsByAddress(
  tx: AnyTx,
  organisationId: string,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const rows = await typed<NetworkTables>(tx)
    .selectFrom('network.addresses')
    .select(['asset_id', sql<string>`host(address)`.as('address')])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`address = any(${addresses}::inet[])`)
    .execute()
  return new Map(rows.map((row) => [row.address, row.asset_id]))
}

/**
 * Gives an asset an address (or moves it there from the asset that had it: a device was replaced), as its primary one
 * where it has none yet or where asked. Says `address.changed` for every asset whose primary address changed, and
 * `interfaces.changed` for one that has an address more.
 */
export async function setAddress(
  tx: AnyTx,
  given: {
    organisationId: string
    assetId: string
    address: string
    interfaceId?: string | null
    isPrimary?: boolean
    /** Where the asset stands: who sees only that place hears of it too. */
    siteId?: string | null
    source: 'typed' | 'discovered'
  },
  emit: (event: EventInstance) => void,
): Promise<void> {
  const { organisationId, assetId, address } = given
  const rows = typed<NetworkTables>(tx)
  const holder = (await assetsByAddress(tx, organisationId, [address])).get(address)
  const present = await primaryAddress(tx, assetId)
  const isPrimary = given.isPrimary ?? (present === null || present === address)
  if (holder && holder !== assetId) {
    const wasPrimary = (await primaryAddress(tx, holder)) === address
    await rows
      .deleteFrom('network.addresses')
      .where('organisation_id', '=', organisationId)
      .where(sql<boolean>`address = ${address}::inet`)
      .execute()
    if (wasPrimary) emit(addressChanged(organisationId, { assetId: holder, address: null }))
  }
  if (isPrimary && present !== null && present !== address)
    await rows
      .updateTable('network.addresses')
      .set({ is_primary: false })
      .where('asset_id', '=', assetId)
      .where('is_primary', '=', true)
      .execute()
  await rows
    .insertInto('network.addresses')
    .values({
      id: newId(),
      organisation_id: organisationId,
      asset_id: assetId,
      address,
      interface_id: given.interfaceId ?? null,
      is_primary: isPrimary,
      source: given.source,
    })
    .onConflict((conflict) =>
      conflict.constraint('addresses_address_key').doUpdateSet({
        is_primary: isPrimary,
        ...(given.interfaceId ? { interface_id: given.interfaceId } : {}),
      }),
    )
    .execute()
  const place = given.siteId ?? null
  if (isPrimary && present !== address) emit(addressChanged(organisationId, { assetId, address }, place))
  else if (holder !== assetId) emit(interfacesChanged(organisationId, { assetId }, place))
}
