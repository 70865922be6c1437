import { sql } from 'kysely'
import { nowMs } from './clock.ts'
import { cycle } from './jobs.ts'

const keptMs = 24 * 3_600_000

/** Removes what has done its work: delivered events and answers to repeated requests, a day later. */
export const housekeeping = cycle({
  name: 'kernel.housekeeping',
  everyMs: 3_600_000,
  run: ({ system }) =>
    system(async (tx) => {
      const before = new Date(nowMs() - keptMs)
      await sql`delete from kernel.idempotency where created_at < ${before}`.execute(tx)
      await sql`delete from kernel.outbox o where created_at < ${before}
        and not exists (select from kernel.deliveries d where d.event_id = o.id)`.execute(tx)
    }),
})
