import { defineDomain } from '#kernel/domain'
import {
  assetChanged,
  assetCreated,
  assetDeleted,
  levelPeriodBegun,
  levelPeriodEnded,
  serviceChanged,
  serviceCreated,
  serviceDeleted,
  siteChanged,
  siteCreated,
  siteDeleted,
} from './contract.ts'
import { bulkUpdateAssets } from './assets/bulk.ts'
import { createAssetCommand } from './assets/create.ts'
import { deleteAsset } from './assets/delete.ts'
import { exportAssets } from './assets/export.ts'
import { listAssets } from './assets/list.ts'
import { readAsset } from './assets/read.ts'
import { readAssetFacts } from './assets/read-facts.ts'
import { updateAsset } from './assets/update.ts'
import { listResponsibles } from './responsibles/list.ts'
import { bulkUpdateSites } from './sites/bulk.ts'
import { searches } from './searches.ts'
import { createSite } from './sites/create.ts'
import { deleteSite } from './sites/delete.ts'
import { exportSites } from './sites/export.ts'
import { listSites } from './sites/list.ts'
import { readSite } from './sites/read.ts'
import { importAssets, previewAssetImport } from './assets/import/operations.ts'
import { importSites, previewSiteImport } from './sites/import/operations.ts'
import { assetHistory, serviceHistory, siteHistory } from './history/of-each.ts'
import { listAssetWords } from './assets/words.ts'
import { bulkUpdateServices } from './services/bulk.ts'
import { createService } from './services/create.ts'
import { deleteService } from './services/delete.ts'
import { exportServices } from './services/export.ts'
import { listServices } from './services/list.ts'
import { readService } from './services/read.ts'
import { updateService } from './services/update.ts'
import { addLevelPeriod } from './sites/periods/add.ts'
import { changeLevelPeriod } from './sites/periods/change.ts'
import { endLevelPeriod } from './sites/periods/end.ts'
import { listLevelPeriods } from './sites/periods/list.ts'
import { sayPeriodTurns } from './sites/periods/turns.ts'
import { updateSite } from './sites/update.ts'

export { assetById, assetsByIds, changeAsset, createAsset, findAssets, observeAsset } from './assets/door.ts'
export { addAssetFacet, type AssetFacet } from './assets/facets.ts'
export { addAssetColumn, type FurtherColumn, type FurtherRow } from './assets/further.ts'
export { serviceNames } from './services/door.ts'
export { siteById, siteNames } from './sites/door.ts'
export type { AssetPlaced, AssetSeen } from './assets/row.ts'
export type { Facts } from './assets/facts.ts'

/** What the department has: sites, assets, services. */
export const estate = defineDomain({
  name: 'estate',
  here: import.meta.url,
  rights: ['site.read', 'site.write', 'asset.read', 'asset.write', 'service.read', 'service.write'],
  events: [
    siteCreated,
    siteChanged,
    siteDeleted,
    levelPeriodBegun,
    levelPeriodEnded,
    assetCreated,
    assetChanged,
    assetDeleted,
    serviceCreated,
    serviceChanged,
    serviceDeleted,
  ],
  searches,
  cycles: [sayPeriodTurns],
  operations: [
    listSites,
    exportSites,
    readSite,
    createSite,
    updateSite,
    deleteSite,
    bulkUpdateSites,
    siteHistory,
    previewSiteImport,
    importSites,
    listLevelPeriods,
    addLevelPeriod,
    changeLevelPeriod,
    endLevelPeriod,
    listAssets,
    exportAssets,
    listAssetWords,
    readAsset,
    readAssetFacts,
    createAssetCommand,
    updateAsset,
    deleteAsset,
    bulkUpdateAssets,
    assetHistory,
    previewAssetImport,
    importAssets,
    listResponsibles,
    listServices,
    exportServices,
    readService,
    createService,
    updateService,
    deleteService,
    bulkUpdateServices,
    serviceHistory,
  ],
})
