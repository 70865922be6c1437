import { z } from 'zod'
import { required } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Id, LevelPeriod, levelPeriodFields } from '../../contract.ts'
import { command } from '../../operations.ts'
import { checkRaises, checkTimes } from './check.ts'
import { periodOf, periodSubject, readPeriodRow, sayOfSite } from './row.ts'

export const addLevelPeriod = command({
  name: 'levelPeriods.create',
  route: 'POST /sites/:siteId/level-periods',
  right: 'site.write',
  summary: 'Raise the level of a site, and of all below it, for a dated time',
  subject: periodSubject,
  status: 201,
  input: z.strictObject({
    siteId: Id,
    ...levelPeriodFields,
    reason: levelPeriodFields.reason.default(''),
  }),
  output: LevelPeriod,
  async run(tx, { siteId, level, reason, startsAt, endsAt }, context) {
    checkTimes(startsAt, endsAt)
    const site = required(
      await tx
        .selectFrom('estate.sites')
        .select('organisation_id')
        .where('id', '=', siteId)
        .executeTakeFirst(),
    )
    await checkRaises(tx, siteId, level)
    const id = newId()
    await tx
      .insertInto('estate.level_periods')
      .values({
        id,
        organisation_id: site.organisation_id,
        site_id: siteId,
        level,
        reason,
        starts_at: startsAt,
        ends_at: endsAt,
      })
      .execute()
    await sayOfSite(tx, context, siteId)
    return periodOf(await readPeriodRow(tx, id))
  },
})
