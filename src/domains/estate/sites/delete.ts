import { z } from 'zod'
import { removePlace } from '#identity'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'

export const deleteSite = command({
  name: 'sites.delete',
  route: 'DELETE /sites/:id',
  right: 'site.write',
  summary: 'Remove a site that holds nothing any more',
  subject: { type: 'site', table: 'estate.sites', id: 'id', says: 'site' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await tx.deleteFrom('estate.sites').where('id', '=', id).execute()
    await removePlace(tx, id)
  },
})
