import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import { primaryAddresses } from '#network'
import type { SnmpSettings } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'
import { placesOf } from './access.ts'
import { openSecret, type SnmpSecret } from './secret.ts'

/** A credential with its secret opened: never logged, never answered, never kept. */
export interface OpenCredential {
  id: string
  version: number
  settings: SnmpSettings
  secret: SnmpSecret
}

/**
 * The credentials of assets, by their ids; those that may be told nothing where they are now are absent. Each holds for
 * its `address` alone.
 */
export async function credentialsFor(
  tx: AnyTx,
  assetIds: readonly string[],
): Promise<Map<string, OpenCredential & { address: string }>> {
  if (assetIds.length === 0) return new Map()
  const primary = await primaryAddresses(tx, assetIds)
  const rows = await typed<InventoryTables>(tx)
    .selectFrom('inventory.access as a')
    .innerJoin('inventory.credentials as c', 'c.id', 'a.credential_id')
    .select(['a.asset_id', 'a.port', 'c.id', 'c.version', 'c.settings', 'c.secret_sealed', placesOf])
    .where(sql<boolean>`a.asset_id = any(${[...assetIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const address = primary.get(row.asset_id)
      if (address === undefined || !row.places.includes(address)) return []
      const settings = { ...row.settings, port: row.port }
      const secret = openSecret(row.id, row.secret_sealed)
      return [[row.asset_id, { id: row.id, version: row.version, settings, secret, address }]]
    }),
  )
}

/** The credentials to try, in the order in which they are named; those that are gone are left out. */
export async function credentialsToTry(
  tx: AnyTx,
  organisationId: string,
  ids: readonly string[],
): Promise<OpenCredential[]> {
  const named = sql`${[...ids]}::uuid[]`
  const rows = await typed<InventoryTables>(tx)
    .selectFrom('inventory.credentials')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${named})`)
    .orderBy(sql`array_position(${named}, id)`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    settings: row.settings,
    secret: openSecret(row.id, row.secret_sealed),
  }))
}
