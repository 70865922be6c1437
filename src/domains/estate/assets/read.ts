import { z } from 'zod'
import { AssetDetail, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { trailOf } from '../sites/trail.ts'
import { readAssetRow } from './row.ts'

export const readAsset = query({
  name: 'assets.read',
  route: 'GET /assets/:id',
  right: 'asset.read',
  summary: 'One asset',
  input: z.strictObject({ id: Id }),
  output: AssetDetail,
  async run(tx, { id }) {
    const asset = await readAssetRow(tx, id)
    return { ...asset, trail: await trailOf(tx, asset.siteId) }
  },
})
