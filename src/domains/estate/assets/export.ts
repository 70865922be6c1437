import { exportOf } from '#kernel/operations'
import { furtherExports } from './further.ts'
import { listAssets } from './list.ts'

export const exportAssets = exportOf(listAssets, {
  route: 'GET /assets/export',
  columns: [
    { name: 'name', heading: 'estate:assetField.name' },
    { name: 'kind', heading: 'estate:assetField.kind', word: (kind) => `estate:assetKind.${kind}` },
    { name: 'site', heading: 'estate:assetField.site', value: (asset) => asset.sitePathName },
    { name: 'vendor', heading: 'estate:assetField.vendor' },
    { name: 'model', heading: 'estate:assetField.model' },
    { name: 'serial', heading: 'estate:assetField.serial' },
    { name: 'macs', heading: 'estate:assetField.macs' },
    { name: 'firmware', heading: 'estate:assetField.firmware' },
    { name: 'os', heading: 'estate:assetField.os' },
    { name: 'description', heading: 'estate:assetField.description' },
    {
      name: 'environment',
      heading: 'estate:assetField.environment',
      word: (environment) => `estate:environment.${environment}`,
    },
    {
      name: 'lifeCycle',
      heading: 'estate:assetField.lifeCycle',
      word: (lifeCycle) => `estate:lifeCycle.${lifeCycle}`,
    },
    {
      name: 'responsible',
      heading: 'estate:assetField.responsible',
      value: (asset) => asset.responsibleName,
    },
    { name: 'tags', heading: 'estate:assetField.tags' },
    { name: 'notes', heading: 'estate:assetField.notes' },
  ],
  besides: furtherExports,
})
