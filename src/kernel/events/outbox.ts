import { sql } from 'kysely'
import { now } from '../clock.ts'
import type { AnyTx } from '../database.ts'
import { newId } from '../ids.ts'
import type { EventInstance } from './event.ts'

/** PostgreSQL delivers these at the commit; the payload holds the events' ids (8,000 bytes at most). */
export const outboxChannel = 'vigie_outbox'
const idsPerNotice = 200

/** Which listeners each type of event has; known when the house is put together. */
export interface Outbox {
  /** Keeps events in the caller's transaction, with one delivery for each listener, and wakes whoever waits. */
  put(tx: AnyTx, events: EventInstance[]): Promise<void>
}

/**
 * A delivery is a row of its own, written with the event: there is no position to advance, so transactions that commit
 * out of order lose nothing.
 */
export function createOutbox(listenersOf: (type: string) => readonly string[]): Outbox {
  return {
    async put(tx, events) {
      if (events.length === 0) return
      const rows = events.map((event) => ({ ...event, id: newId() }))
      const at = now().toISOString()
      await sql`
        insert into kernel.outbox (id, type, organisation_id, place_id, payload, created_at)
        select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.type)}::text[],
          ${rows.map((row) => row.organisationId)}::uuid[], ${rows.map((row) => row.placeId ?? null)}::uuid[],
          ${rows.map((row) => JSON.stringify(row.payload))}::jsonb[], ${rows.map(() => at)}::timestamptz[])`.execute(
        tx,
      )
      const deliveries = rows.flatMap((row) =>
        listenersOf(row.type).map((listener) => ({ id: row.id, listener })),
      )
      if (deliveries.length > 0)
        await sql`
          insert into kernel.deliveries (event_id, listener, due_at)
          select *, ${at}::timestamptz from unnest(${deliveries.map((row) => row.id)}::uuid[],
            ${deliveries.map((row) => row.listener)}::text[])`.execute(tx)
      for (let start = 0; start < rows.length; start += idsPerNotice) {
        const ids = rows.slice(start, start + idsPerNotice).map((row) => row.id)
        await sql`select pg_notify(${outboxChannel}, ${ids.join(',')})`.execute(tx)
      }
    },
  }
}
