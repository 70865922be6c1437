import { z } from 'zod'
import { Asset, assetFields, Id } from '../contract.ts'
import { command } from '../operations.ts'
import { noteTyped } from './facts.ts'
import { assetSubject, readAssetRow } from './row.ts'
import { insertAsset } from './write.ts'

const given = z.strictObject(assetFields).partial({
  siteId: true,
  kind: true,
  description: true,
  vendor: true,
  model: true,
  serial: true,
  firmware: true,
  os: true,
  macs: true,
  environment: true,
  responsibleId: true,
  lifeCycle: true,
  tags: true,
  notes: true,
})

export const createAssetCommand = command({
  name: 'assets.create',
  route: 'POST /assets',
  right: 'asset.write',
  summary: 'Add an asset',
  subject: assetSubject,
  status: 201,
  input: z.strictObject({ organisationId: Id, ...given.shape }),
  output: Asset,
  async run(tx, { organisationId, ...fields }) {
    const id = await insertAsset(tx, organisationId, fields)
    await noteTyped(tx, { id, organisationId }, fields)
    return readAssetRow(tx, id)
  },
})
