import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'
import { assetSubject } from './row.ts'

export const deleteAsset = command({
  name: 'assets.delete',
  route: 'DELETE /assets/:id',
  right: 'asset.write',
  summary: 'Remove an asset with all that hangs off it',
  subject: { ...assetSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    const { rows } = await sql<{ name: string }>`
      select s.name from estate.service_dependencies d join estate.services s on s.id = d.service_id
      where d.asset_id = ${id} order by s.name collate kernel.natural`.execute(tx)
    if (rows.length > 0)
      throw new Problem('in-use', {
        reason: 'estate:problem.neededByServices',
        params: { services: rows.map(({ name }) => name).join(', ') },
      })
    await tx.deleteFrom('estate.assets').where('id', '=', id).execute()
  },
})
