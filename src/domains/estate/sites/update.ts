import { z } from 'zod'
import { movePlace } from '#identity'
import { Id, Site, siteFields } from '../contract.ts'
import { command } from '../operations.ts'
import { siteColumns } from './columns.ts'
import { siteById } from './row.ts'

export const updateSite = command({
  name: 'sites.update',
  route: 'PATCH /sites/:id',
  right: 'site.write',
  summary: 'Change a site, or move it with all below it',
  subject: { type: 'site', table: 'estate.sites', id: 'id', says: 'site' },
  input: z.strictObject({
    id: Id,
    ...z.strictObject({ parentId: Id.nullable(), ...siteFields }).partial().shape,
  }),
  output: Site,
  async run(tx, { id, parentId, ...change }) {
    if (parentId !== undefined) await movePlace(tx, id, parentId)
    // Written even where only the place moved: the version counts every change.
    await tx
      .updateTable('estate.sites')
      .set({ ...siteColumns(change), id })
      .where('id', '=', id)
      .execute()
    return siteById(tx, id)
  },
})
