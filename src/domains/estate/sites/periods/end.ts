import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Id } from '../../contract.ts'
import { command } from '../../operations.ts'
import { periodOf, periodSubject, readPeriodRow, sayOfSite } from './row.ts'

export const endLevelPeriod = command({
  name: 'levelPeriods.end',
  route: 'POST /level-periods/:id/end',
  right: 'site.write',
  summary: 'End a time of raised level now; one that has not begun is taken back',
  subject: { ...periodSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const before = await readPeriodRow(tx, id)
    const { phase } = periodOf(before)
    if (phase === 'over') throw new Problem('conflict', { reason: 'estate:problem.periodOver' })
    if (phase === 'planned') await tx.deleteFrom('estate.level_periods').where('id', '=', id).execute()
    else
      await tx
        .updateTable('estate.level_periods')
        .set({ ends_at: context.now.toISOString() })
        .where('id', '=', id)
        .execute()
    await sayOfSite(tx, context, before.site_id)
  },
})
