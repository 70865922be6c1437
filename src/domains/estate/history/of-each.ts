import { readAssetRow } from '../assets/row.ts'
import { readServiceRow } from '../services/row.ts'
import { readSiteRow } from '../sites/row.ts'
import { historyQuery } from './query.ts'

export const siteHistory = historyQuery({
  name: 'sites.history',
  route: 'GET /sites/:id/history',
  right: 'site.read',
  summary: 'What happened to a site, and who did it',
  seen: readSiteRow,
})

export const assetHistory = historyQuery({
  name: 'assets.history',
  route: 'GET /assets/:id/history',
  right: 'asset.read',
  summary: 'What happened to an asset, and who did it',
  seen: readAssetRow,
})

export const serviceHistory = historyQuery({
  name: 'services.history',
  route: 'GET /services/:id/history',
  right: 'service.read',
  summary: 'What happened to a service, and who did it',
  seen: readServiceRow,
})
