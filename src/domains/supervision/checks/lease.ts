import { sql } from 'kysely'
import type { AnyTx } from '#kernel/database'

/** Tells the workers that something of an asset changed. */
export const checksChannel = 'vigie_checks'

/**
 * Gives an asset to the workers, or tells the one that has it to load it anew: when this transaction commits.
 * An asset without a check to run needs no lease, and loses it: it is no worker's share.
 */
export async function leaseAsset(tx: AnyTx, asset: { id: string; organisationId: string }): Promise<void> {
  const runs = sql`exists (select from supervision.checks c
    where c.asset_id = ${asset.id} and c.is_enabled and c.lacks is null)`
  await sql`insert into supervision.leases (asset_id, organisation_id)
    select ${asset.id}::uuid, ${asset.organisationId}::uuid where ${runs}
    on conflict (asset_id) do update set is_stale = true`.execute(tx)
  await sql`delete from supervision.leases where asset_id = ${asset.id} and not ${runs}`.execute(tx)
  await wakeWorkers(tx)
}

/** The same for every asset of an organisation that is supervised: a credential changed. */
export async function leaseOrganisation(tx: AnyTx, organisationId: string): Promise<void> {
  await sql`update supervision.leases set is_stale = true where organisation_id = ${organisationId}`.execute(
    tx,
  )
  await wakeWorkers(tx)
}

async function wakeWorkers(tx: AnyTx): Promise<void> {
  await sql`select pg_notify(${checksChannel}, '')`.execute(tx)
}
