import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { CycleContext } from '#kernel/jobs'
import type { InventoryTables } from '../tables.ts'
import type { DiscoveryRow } from './row.ts'

/** Once may be chance (a restart, a cut of power); a worker that died there twice would a third time. */
const mostBegun = 2

/**
 * Writes down that an address is about to be looked at, before a packet is sent to it.
 * @returns false where this discovery was lost there too often: it is to be left alone
 */
export function beginLook({ system }: CycleContext, row: DiscoveryRow, address: string): Promise<boolean> {
  return system<InventoryTables, boolean>(async (tx) => {
    const begun = await tx
      .insertInto('inventory.looks')
      .values({ discovery_id: row.id, organisation_id: row.organisation_id, address })
      .onConflict((conflict) =>
        conflict
          .columns(['discovery_id', 'address'])
          .doUpdateSet({ begun: sql`inventory.looks.begun + 1` })
          .where('inventory.looks.begun', '<', mostBegun),
      )
      .returning('begun')
      .executeTakeFirst()
    return begun !== undefined
  })
}

export async function endLook(tx: Tx<InventoryTables>, row: DiscoveryRow, address: string): Promise<void> {
  await tx
    .deleteFrom('inventory.looks')
    .where('discovery_id', '=', row.id)
    .where(sql<boolean>`address = ${address}::inet`)
    .execute()
}

/** The worker comes to an end of its own will: nothing was lost on any address. */
export async function endLooks(tx: Tx<InventoryTables>, row: DiscoveryRow): Promise<void> {
  await tx.deleteFrom('inventory.looks').where('discovery_id', '=', row.id).execute()
}
