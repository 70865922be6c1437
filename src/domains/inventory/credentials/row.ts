import { sql, type Selectable } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Credential } from '../contract.ts'
import type { InventoryTables } from '../tables.ts'

type Row = Selectable<InventoryTables['inventory.credentials']> & { assets: number }

/** The row as the API says it: never its secret. */
export function credentialOf(row: Row): z.input<typeof Credential> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    protocol: row.protocol,
    settings: row.settings,
    position: row.position,
    assets: Number(row.assets),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

export function credentialRows(tx: Tx<InventoryTables>) {
  return tx
    .selectFrom('inventory.credentials as c')
    .selectAll('c')
    .select(sql<number>`(select count(*) from inventory.access a where a.credential_id = c.id)`.as('assets'))
}

export async function credentialById(
  tx: Tx<InventoryTables>,
  id: string,
): Promise<z.input<typeof Credential>> {
  return credentialOf(required(await credentialRows(tx).where('c.id', '=', id).executeTakeFirst()))
}
