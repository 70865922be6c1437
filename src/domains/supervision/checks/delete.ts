import { z } from 'zod'
import { Problem, required } from '#kernel/errors'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'
import { templateNamed } from '../templates/catalogue.ts'
import { leaseAsset } from './lease.ts'
import { restChecks } from './rest.ts'
import { checkSubject } from './row.ts'

export const deleteCheck = command({
  name: 'checks.delete',
  route: 'DELETE /checks/:id',
  right: 'check.write',
  summary: 'Take away a check that was given by hand; one that comes by itself is switched off instead',
  subject: { ...checkSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const row = required(
      await tx.selectFrom('supervision.checks_seen').selectAll().where('id', '=', id).executeTakeFirst(),
    )
    if (!templateNamed(row.template).isByHand)
      throw new Problem('conflict', { reason: 'supervision:problem.ofItself' })
    const asset = { id: row.asset_id, organisationId: row.organisation_id, siteId: row.site_id }
    await restChecks(tx, asset, [{ checkId: id, why: 'off' }], (event) => context.emit(event))
    await tx.deleteFrom('supervision.checks').where('id', '=', id).execute()
    await leaseAsset(tx, asset)
    context.about({ subjectName: `${row.asset_name} · ${row.name}`, placeId: row.site_id })
  },
})
