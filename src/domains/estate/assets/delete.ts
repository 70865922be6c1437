import { z } from 'zod'
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
    await tx.deleteFrom('estate.assets').where('id', '=', id).execute()
  },
})
