import { z } from 'zod'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Asset, assetFields, Id, Tag } from '../contract.ts'
import type { EstateTables } from '../tables.ts'
import { readAssetRow } from './row.ts'
import { assetUpdate } from './update.ts'

/** What it makes sense to give many assets at once. Tags are added and taken away, so that each keeps its own. */
const change = z
  .strictObject({
    siteId: assetFields.siteId,
    kind: assetFields.kind,
    environment: assetFields.environment,
    responsibleId: assetFields.responsibleId,
    lifeCycle: assetFields.lifeCycle,
    addTags: z.array(Tag).max(50),
    removeTags: z.array(Tag).max(50),
  })
  .partial()

const input = z.strictObject({ id: Id, ...change.shape })

const editOne: CommandDefinition<EstateTables, 'PATCH /assets/:id', typeof input, typeof Asset> = {
  ...assetUpdate,
  input,
  async run(tx, { id, addTags = [], removeTags = [], ...fields }, context) {
    const { tags: before } = await readAssetRow(tx, id)
    const tags = [...new Set([...before, ...addTags])].filter((tag) => !removeTags.includes(tag))
    return assetUpdate.run(tx, { id, ...fields, tags }, context)
  },
}

export const bulkUpdateAssets = bulkOf(editOne, {
  domain: 'estate',
  name: 'assets.bulkUpdate',
  route: 'POST /assets/bulk',
  summary: 'Change many assets at once',
  change,
})
