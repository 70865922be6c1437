import { z } from 'zod'
import { required } from '#kernel/errors'
import { Id, LevelPeriod } from '../../contract.ts'
import { query } from '../../operations.ts'
import { newestFirst, periodOf } from './row.ts'

/** More than one site ever had. */
const most = 500

export const listLevelPeriods = query({
  name: 'levelPeriods.list',
  route: 'GET /sites/:siteId/level-periods',
  right: 'site.read',
  summary: 'The times for which the level of a site is, was or will be raised',
  input: z.strictObject({ siteId: Id }),
  output: z.object({ items: z.array(LevelPeriod) }),
  async run(tx, { siteId }) {
    required(await tx.selectFrom('estate.sites').select('id').where('id', '=', siteId).executeTakeFirst())
    const rows = await tx
      .selectFrom('estate.level_periods')
      .selectAll()
      .where('site_id', '=', siteId)
      .orderBy(newestFirst)
      .limit(most)
      .execute()
    return { items: rows.map(periodOf) }
  },
})
