import { sql } from 'kysely'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import type { Writer } from '#kernel/operations'
import { accessChanged, type SnmpSettings } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'
import { openSecret, type SnmpSecret } from './secret.ts'

/** A credential with its secret opened: never logged, never answered, never kept. */
export interface OpenCredential {
  id: string
  version: number
  settings: SnmpSettings
  secret: SnmpSecret
}

/** The credential an asset answers to, or undefined where it has none. */
export async function credentialFor(tx: AnyTx, assetId: string): Promise<OpenCredential | undefined> {
  return (await credentialsFor(tx, [assetId])).get(assetId)
}

/** The same for many assets at once. */
export async function credentialsFor(
  tx: AnyTx,
  assetIds: readonly string[],
): Promise<Map<string, OpenCredential>> {
  if (assetIds.length === 0) return new Map()
  const rows = await typed<InventoryTables>(tx)
    .selectFrom('inventory.access as a')
    .innerJoin('inventory.credentials as c', 'c.id', 'a.credential_id')
    .select(['a.asset_id', 'a.port', 'c.id', 'c.version', 'c.settings', 'c.secret_sealed'])
    .where(sql<boolean>`a.asset_id = any(${[...assetIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.asset_id,
      {
        id: row.id,
        version: row.version,
        settings: { ...row.settings, port: row.port },
        secret: openSecret(row.id, row.secret_sealed),
      },
    ]),
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

/** Notes which credential an asset answered to, and says so where that is news. */
export async function noteAccess(
  tx: AnyTx,
  by: Writer,
  asset: { id: string; organisationId: string; siteId: string | null },
  credential: { id: string; port: number },
): Promise<void> {
  const own = typed<InventoryTables>(tx)
  const before = await own
    .selectFrom('inventory.access')
    .select(['credential_id', 'port'])
    .where('asset_id', '=', asset.id)
    .executeTakeFirst()
  const columns = {
    credential_id: credential.id,
    port: credential.port,
    verified_at: now().toISOString(),
  }
  await own
    .insertInto('inventory.access')
    .values({ asset_id: asset.id, organisation_id: asset.organisationId, ...columns })
    .onConflict((conflict) => conflict.column('asset_id').doUpdateSet(columns))
    .execute()
  if (before?.credential_id !== credential.id || before.port !== credential.port)
    by.emit(accessChanged(asset.organisationId, { assetId: asset.id }, asset.siteId))
}
