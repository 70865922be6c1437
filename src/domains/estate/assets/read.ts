import { z } from 'zod'
import { Asset, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { readAssetRow } from './row.ts'

export const readAsset = query({
  name: 'assets.read',
  route: 'GET /assets/:id',
  right: 'asset.read',
  summary: 'One asset',
  input: z.strictObject({ id: Id }),
  output: Asset,
  run: (tx, { id }) => readAssetRow(tx, id),
})
