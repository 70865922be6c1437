import { z } from 'zod'
import { Id, LevelPeriod, levelPeriodFields } from '../../contract.ts'
import { command } from '../../operations.ts'
import { checkRaises, checkTimes } from './check.ts'
import { periodOf, periodSubject, readPeriodRow, sayOfSite } from './row.ts'

export const changeLevelPeriod = command({
  name: 'levelPeriods.update',
  route: 'PATCH /level-periods/:id',
  right: 'site.write',
  summary: 'Change a time of raised level',
  subject: { ...periodSubject, id: 'id' },
  input: z.strictObject({ id: Id, ...z.strictObject(levelPeriodFields).partial().shape }),
  output: LevelPeriod,
  async run(tx, { id, ...change }, context) {
    const before = await readPeriodRow(tx, id)
    const after = {
      level: change.level ?? before.level,
      reason: change.reason ?? before.reason,
      starts_at: change.startsAt ?? before.starts_at,
      ends_at: change.endsAt ?? before.ends_at,
    }
    // What it is called may be put right when it is over; only what is changed is asked to hold.
    if (change.startsAt ?? change.endsAt) checkTimes(after.starts_at, after.ends_at)
    if (after.level !== before.level) await checkRaises(tx, before.site_id, after.level)
    await tx.updateTable('estate.level_periods').set(after).where('id', '=', id).execute()
    await sayOfSite(tx, context, before.site_id)
    return periodOf(await readPeriodRow(tx, id))
  },
})
