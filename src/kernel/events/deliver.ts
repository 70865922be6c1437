import { sql } from 'kysely'
import { fullAccess, noAccess, type Access } from '../access.ts'
import { now, nowMs } from '../clock.ts'
import { failHere } from '../faults.ts'
import type { Database, AnyTx } from '../database.ts'
import type { Log } from '../log.ts'
import type { Ground } from '../operations.ts'
import { gathering, keepGathered } from '../operations/gathered.ts'
import type { Heard, Listener } from './listener.ts'
import type { Outbox } from './outbox.ts'

interface Due {
  event_id: string
  listener: string
  attempts: number
  type: string
  organisation_id: string | null
  place_id: string | null
  payload: Record<string, unknown>
  created_at: string
}

interface DeliveryGround {
  database: Database
  outbox: Outbox
  journal: Ground['journal']
  log: Log
}

const batch = 50
const longestWaitMs = 10 * 60_000

/**
 * Hands due deliveries to their listeners, each in a transaction of its own that also removes the delivery: what a
 * listener writes and the fact that it has run are one commit. A listener that fails is tried again, later and later.
 * @returns how many deliveries were handed over; a full batch means that more may be waiting.
 */
export async function deliverDue(
  ground: DeliveryGround,
  listeners: ReadonlyMap<string, Listener>,
): Promise<{ done: number; more: boolean }> {
  const { database } = ground
  const due = await database.system<unknown, { event_id: string; listener: string }[]>(async (tx) => {
    const { rows } = await sql<{ event_id: string; listener: string }>`
      select event_id, listener from kernel.deliveries where due_at <= ${now()} order by due_at limit ${batch}`.execute(
      tx,
    )
    return rows
  })
  let done = 0
  for (const row of due) {
    const handler = listeners.get(row.listener)
    if (!handler) await forget(database, row)
    else if (await deliverOne(ground, row, handler)) done += 1
  }
  return { done, more: due.length === batch }
}

async function deliverOne(
  ground: DeliveryGround,
  row: { event_id: string; listener: string },
  handler: Listener,
): Promise<boolean> {
  try {
    return await ground.database.system<unknown, boolean>(async (tx) => {
      const due = await take(tx, row)
      if (!due) return false
      await become(tx, due.organisation_id)
      const { gathered, by } = gathering()
      await handler.run(tx, heard(due), by)
      const actor = { kind: 'system', name: row.listener } as const
      await keepGathered(tx, ground, { operation: row.listener, actor, address: '' }, gathered)
      failHere('listener')
      return true
    })
  } catch (error) {
    ground.log.warn(
      { err: error, listener: row.listener, event: row.event_id },
      'a listener failed; it will run again',
    )
    await postpone(ground.database, row, error as Error)
    return false
  }
}

/** Locks and removes the delivery; another worker that holds it already is left alone. */
async function take(tx: AnyTx, row: { event_id: string; listener: string }): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    with taken as (
      delete from kernel.deliveries where (event_id, listener) = (
        select event_id, listener from kernel.deliveries
        where event_id = ${row.event_id} and listener = ${row.listener} for update skip locked
      ) returning event_id, listener, attempts
    )
    select taken.*, o.type, o.organisation_id, o.place_id, o.payload, o.created_at
    from taken join kernel.outbox o on o.id = taken.event_id`.execute(tx)
  return rows[0]
}

/** From here on the transaction is the application within the event's organisation, under row-level security. */
async function become(tx: AnyTx, organisationId: string | null): Promise<void> {
  const access: Access = organisationId ? { ...noAccess, organisations: [organisationId] } : fullAccess
  await sql`select set_config('vigie.everything', ${access.everything ? 'on' : 'off'}, true),
    set_config('vigie.organisations', ${`{${access.organisations.join(',')}}`}, true),
    set_config('role', 'vigie_app', true)`.execute(tx)
}

function heard(due: Due): Heard {
  return {
    id: due.event_id,
    at: new Date(due.created_at).toISOString(),
    type: due.type,
    organisationId: due.organisation_id,
    placeId: due.place_id,
    payload: due.payload,
  }
}

async function postpone(
  database: Database,
  row: { event_id: string; listener: string },
  error: Error,
): Promise<void> {
  await database.system(async (tx) => {
    const { rows } = await sql<{ attempts: number }>`
      select attempts from kernel.deliveries where event_id = ${row.event_id} and listener = ${row.listener}`.execute(
      tx,
    )
    const attempts = (rows[0]?.attempts ?? 0) + 1
    const waitMs = Math.min(longestWaitMs, 500 * 2 ** attempts)
    await sql`update kernel.deliveries set attempts = ${attempts}, error = ${error.message.slice(0, 500)},
      due_at = ${new Date(nowMs() + waitMs)} where event_id = ${row.event_id} and listener = ${row.listener}`.execute(
      tx,
    )
  })
}

/** The listener no longer exists in this version. */
async function forget(database: Database, row: { event_id: string; listener: string }): Promise<void> {
  await database.system((tx) =>
    sql`delete from kernel.deliveries where event_id = ${row.event_id} and listener = ${row.listener}`.execute(
      tx,
    ),
  )
}
