import { nowMs } from '#kernel/clock'
import { cycle } from '#kernel/jobs'
import { hourMs } from './people/hourly.ts'
import type { IdentityTables } from './tables.ts'

const dayMs = 24 * 3_600_000

/** Removes what has expired: sessions at once, links and counted tries once they tell nothing any more. */
export const housekeeping = cycle({
  name: 'identity.housekeeping',
  everyMs: 3_600_000,
  run: ({ system }) =>
    system<IdentityTables, void>(async (tx) => {
      const ago = (ms: number) => new Date(nowMs() - ms).toISOString()
      await tx.deleteFrom('identity.sessions').where('expires_at', '<=', ago(0)).execute()
      await tx
        .deleteFrom('identity.links')
        .where('expires_at', '<', ago(30 * dayMs))
        .execute()
      await tx.deleteFrom('identity.hourly').where('at', '<', ago(hourMs)).execute()
      await tx.deleteFrom('identity.attempts').where('last_at', '<', ago(dayMs)).execute()
    }),
})
