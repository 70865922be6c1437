import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import type { NetworkTables } from '../tables.ts'

/** One address belongs to one asset of an address plan. @param except The row that is being changed. */
export async function checkFree(
  tx: Tx<NetworkTables>,
  organisationId: string,
  { address, domain }: { address: string; domain: string },
  except?: string,
): Promise<void> {
  const holder = await tx
    .selectFrom('network.addresses')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('domain', '=', domain)
    .where(sql<boolean>`address = ${address}::inet`)
    .executeTakeFirst()
  if (holder && holder.id !== except)
    throw invalidField('address', 'network:problem.addressTaken', { address })
}

/** An interface is one of the asset's own. @param field What the API calls it where it was said. */
export async function checkInterface(
  tx: Tx<NetworkTables>,
  assetId: string,
  interfaceId: string | null | undefined,
  field = 'interfaceId',
): Promise<void> {
  if (!interfaceId) return
  const row = await tx
    .selectFrom('network.interfaces')
    .select('asset_id')
    .where('id', '=', interfaceId)
    .executeTakeFirst()
  if (row?.asset_id !== assetId) throw invalidField(field, 'network:problem.interfaceUnknown')
}
