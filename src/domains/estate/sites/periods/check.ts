import { sql } from 'kysely'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import type { EstateTables } from '../../tables.ts'

const highest = 5

/** A period ends after it begins, and is not wholly past: nothing would be raised by it. */
export function checkTimes(startsAt: string, endsAt: string): void {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) throw invalidField('endsAt', 'estate:problem.periodOrder')
  if (Date.parse(endsAt) <= nowMs()) throw invalidField('endsAt', 'estate:problem.periodPast')
}

/** A level is raised above the one that the site has without any period: its own, or that of the nearest site above. */
export async function checkRaises(tx: Tx<EstateTables>, siteId: string, level: number): Promise<void> {
  const { rows } = await sql<{ level: number }>`
    select a.level from identity.place_paths p
      cross join unnest(p.path) with ordinality u (id, depth) join estate.sites a on a.id = u.id
    where p.id = ${siteId} and a.level is not null order by u.depth desc limit 1`.execute(tx)
  const own = rows[0]?.level ?? 3
  if (level > own) return
  const reason = own === highest ? 'levelHighest' : 'levelNotHigher'
  throw invalidField('level', `estate:problem.${reason}`, { level: own })
}
