import { z } from 'zod'
import { movePlace } from '#identity'
import type { CommandDefinition } from '#kernel/operations'
import { Id, Site, siteFields } from '../contract.ts'
import { command } from '../operations.ts'
import type { EstateTables } from '../tables.ts'
import { checkCoordinates, siteColumns } from './columns.ts'
import { refuseDisorder } from './order.ts'
import { readSiteRow, siteOf, siteRowById } from './row.ts'

const input = z.strictObject({
  id: Id,
  ...z.strictObject({ parentId: Id.nullable(), ...siteFields }).partial().shape,
})

export const siteUpdate: CommandDefinition<EstateTables, 'PATCH /sites/:id', typeof input, typeof Site> = {
  name: 'sites.update',
  route: 'PATCH /sites/:id',
  right: 'site.write',
  summary: 'Change a site, or move it with all below it',
  subject: { type: 'site', table: 'estate.sites', id: 'id', says: 'site' },
  input,
  output: Site,
  async run(tx, { id, parentId, ...change }, context) {
    const row = await siteRowById(tx, id)
    const before = siteOf(row)
    // Who is not told what it hangs under gives back that nothing: it stays.
    const moves = parentId !== undefined && parentId !== before.parentId
    if (moves) {
      await movePlace(tx, id, parentId)
      context.about({ changes: { parent_id: [row.parent_id, parentId] } })
    }
    const { kind = row.kind } = change
    // A place that is out of order already stays as it is until one changes that.
    if (kind !== row.kind)
      await refuseDisorder(tx, { id, kind, parentId: moves ? parentId : row.parent_id }, 'kind', context.say)
    else if (moves) await refuseDisorder(tx, { id, kind, parentId }, 'parentId', context.say)
    checkCoordinates(change, before)
    // Written even where only the place moved: the version counts every change.
    await tx
      .updateTable('estate.sites')
      .set({ ...siteColumns(change), id })
      .where('id', '=', id)
      .execute()
    return readSiteRow(tx, id)
  },
}

export const updateSite = command(siteUpdate)
