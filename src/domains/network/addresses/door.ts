import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recorded, type Writer } from '#kernel/operations'
import type { NetworkTables } from '../tables.ts'
import { forgetLost, takeAway } from './lost.ts'
import { markPrimary, primaryOf, tellPrimary } from './primary.ts'
import { addressSubject } from './row.ts'

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
 * Gives an asset an address (or moves it there from the asset that had it: a device was replaced, and whoever asks for it
 * said so), as its primary one where it has none yet or where asked. Journalled and said by `by` only where something changed; says
 * `primary-address.changed` for every asset that is spoken to elsewhere from now on.
 */
export async function setAddress(
  tx: AnyTx,
  by: Writer,
  given: {
    organisationId: string
    assetId: string
    address: string
    interfaceId?: string | null
    isPrimary?: boolean
    source: 'typed' | 'discovered'
  },
): Promise<void> {
  const { organisationId, assetId, address } = given
  const rows = typed<NetworkTables>(tx)
  const present = await primaryOf(tx, assetId)
  const held = await rows
    .selectFrom('network.addresses')
    .select(['id', 'asset_id', 'is_primary'])
    .where('organisation_id', '=', organisationId)
    .where('domain', '=', '')
    .where(sql<boolean>`address = ${address}::inet`)
    .executeTakeFirst()
  const isPrimary = present === undefined || present.address === address || (given.isPrimary ?? false)
  const own = held?.asset_id === assetId ? held.id : undefined
  if (held && !own) await takeAway(tx, by, held, given)
  if (isPrimary && present && present.address !== address) await markPrimary(tx, by, present.id, false)
  await recorded(tx, by, addressSubject, own, async () => {
    if (!own) return { id: await insertAddress(tx, { ...given, isPrimary }) }
    const change = {
      is_primary: isPrimary,
      ...(given.interfaceId ? { interface_id: given.interfaceId } : {}),
    }
    await rows.updateTable('network.addresses').set(change).where('id', '=', own).execute()
  })
  if (isPrimary && present?.address !== address) await tellPrimary(tx, by, given, address)
}

/** A new row; what must be told of it is the caller's. @returns its id. */
export async function insertAddress(
  tx: AnyTx,
  given: {
    organisationId: string
    assetId: string
    address: string
    name?: string
    domain?: string
    interfaceId?: string | null
    isPrimary: boolean
    source: 'typed' | 'discovered'
  },
): Promise<string> {
  const id = newId()
  await forgetLost(tx, [given.assetId])
  await typed<NetworkTables>(tx)
    .insertInto('network.addresses')
    .values({
      id,
      organisation_id: given.organisationId,
      asset_id: given.assetId,
      address: given.address,
      name: given.name ?? '',
      domain: given.domain ?? '',
      interface_id: given.interfaceId ?? null,
      is_primary: given.isPrimary,
      source: given.source,
    })
    .execute()
  return id
}
