import { addAssetFacet } from '#estate'
import { defineDomain } from '#kernel/domain'
import {
  acknowledgeAlert,
  bulkAcknowledge,
  bulkMute,
  bulkUnacknowledge,
  muteAlert,
  unacknowledgeAlert,
} from './alerts/acknowledge.ts'
import { countAlerts } from './alerts/count.ts'
import { exportAlerts, listAlerts } from './alerts/list.ts'
import { readAlertHistory } from './alerts/history.ts'
import { readAlert } from './alerts/read.ts'
import { exportChecks } from './checks/export.ts'
import { readCheckHistory } from './checks/history.ts'
import { createCheck } from './checks/create.ts'
import { deleteCheck } from './checks/delete.ts'
import { listChecks, readCheck } from './checks/list.ts'
import { bulkUpdateChecks, updateCheck } from './checks/update.ts'
import {
  alertAcknowledged,
  alertChanged,
  alertClosed,
  alertOpened,
  checkChanged,
  checkCreated,
  checkDeleted,
  stateChanged,
} from './contract.ts'
import { readHealth } from './health/read.ts'
import { listeners } from './listeners.ts'
import { readOverview } from './overview/overview.ts'
import { listSiteStates } from './overview/sites.ts'
import { beat, startEngine } from './scheduler/beat.ts'
import { compact, expire, fold } from './series/builtin/cycles.ts'
import { exportSeries } from './series/export.ts'
import { listMeasuredInterfaces } from './series/interfaces.ts'
import { listSeries } from './series/list.ts'
import { readSeries } from './series/read.ts'
import { listAssetStates, readAssetState } from './states/asset.ts'
import { stateFacet } from './states/facet.ts'
import { listServiceStates } from './states/services.ts'
import { listTemplates } from './templates/list.ts'

addAssetFacet(stateFacet)

/** How the estate fares: checks, templates, time series, states, alerts. */
export const supervision = defineDomain({
  name: 'supervision',
  here: import.meta.url,
  rights: ['check.read', 'check.write', 'alert.read', 'alert.acknowledge'],
  events: [
    stateChanged,
    alertOpened,
    alertChanged,
    alertClosed,
    alertAcknowledged,
    checkCreated,
    checkChanged,
    checkDeleted,
  ],
  operations: [
    readOverview,
    listAlerts,
    exportAlerts,
    countAlerts,
    readAlert,
    readAlertHistory,
    acknowledgeAlert,
    unacknowledgeAlert,
    muteAlert,
    bulkAcknowledge,
    bulkUnacknowledge,
    bulkMute,
    readAssetState,
    listAssetStates,
    listSiteStates,
    listServiceStates,
    listMeasuredInterfaces,
    listSeries,
    readSeries,
    exportSeries,
    listChecks,
    exportChecks,
    readCheck,
    readCheckHistory,
    createCheck,
    updateCheck,
    deleteCheck,
    bulkUpdateChecks,
    listTemplates,
    readHealth,
  ],
  listeners,
  cycles: [beat, fold, compact, expire],
  start: startEngine,
})
