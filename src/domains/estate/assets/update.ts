import { z } from 'zod'
import type { CommandDefinition } from '#kernel/operations'
import { Asset, assetFields, factFields, Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { EstateTables } from '../tables.ts'
import type { AssetChange } from './columns.ts'
import { noteTyped } from './facts.ts'
import { assetSubject, readAssetRow, type AssetSeen } from './row.ts'
import { updateAssetRow } from './write.ts'

const input = z.strictObject({ id: Id, ...z.strictObject(assetFields).partial().shape })

export const assetUpdate: CommandDefinition<EstateTables, 'PATCH /assets/:id', typeof input, typeof Asset> = {
  name: 'assets.update',
  route: 'PATCH /assets/:id',
  right: 'asset.write',
  summary: 'Change an asset',
  subject: { ...assetSubject, id: 'id' },
  input,
  output: Asset,
  async run(tx, { id, ...change }) {
    const before = await readAssetRow(tx, id)
    await updateAssetRow(tx, before, change)
    await noteTyped(tx, before, typedIn(change, before))
    return readAssetRow(tx, id)
  },
}

export const updateAsset = command(assetUpdate)

/** A form sends all its fields: what says what was there already was not typed. */
function typedIn(change: AssetChange, before: AssetSeen): AssetChange {
  return Object.fromEntries(
    factFields
      .filter((field) => JSON.stringify(change[field]) !== JSON.stringify(before[field]))
      .map((field) => [field, change[field]]),
  )
}
