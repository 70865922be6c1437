import { sql } from 'kysely'
import { exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Alert } from '../contract.ts'
import { query } from '../operations.ts'
import { alertFilters, alertRows } from './filters.ts'
import { alertOf, withNames } from './row.ts'

export const listAlerts = query({
  name: 'alerts.list',
  route: 'GET /alerts',
  right: 'alert.read',
  summary: 'The alerts, open and closed, with filters',
  input: listInput(['openedAt', 'changedAt', 'state', 'level', 'assetName', 'siteName'], alertFilters),
  output: listOutput(Alert),
  async run(tx, input) {
    const page = await listPage(alertRows(tx, input).selectAll(), input, sorts, alertOf)
    return { ...page, items: await withNames(tx, page.items) }
  },
})

const sorts = {
  openedAt: sql`opened_at`,
  changedAt: sql`changed_at`,
  /** What hurts most: the level of the site first, then the state. */
  state: sql`coalesce(weight, 0)`,
  level: sql`coalesce(level, 0) * 10 + weight`,
  assetName: sql`asset_name collate kernel.natural`,
  siteName: sql`coalesce(site_name, '') collate kernel.natural`,
}

export const exportAlerts = exportOf(listAlerts, {
  route: 'GET /alerts/export',
  columns: [
    { name: 'state', heading: 'supervision:alert.state', word: (state) => `supervision:state.${state}` },
    { name: 'assetName', heading: 'supervision:alert.asset' },
    { name: 'siteName', heading: 'supervision:alert.site' },
    { name: 'level', heading: 'supervision:alert.level' },
    { name: 'rule', heading: 'supervision:alert.rule' },
    { name: 'component', heading: 'supervision:alert.component' },
    { name: 'measured', heading: 'supervision:alert.measured' },
    { name: 'threshold', heading: 'supervision:alert.threshold' },
    { name: 'openedAt', heading: 'supervision:alert.openedAt' },
    { name: 'closedAt', heading: 'supervision:alert.closedAt' },
    { name: 'acknowledgedAt', heading: 'supervision:alert.acknowledgedAt' },
    { name: 'acknowledgedBy', heading: 'supervision:alert.acknowledgedBy' },
    { name: 'comment', heading: 'supervision:alert.comment' },
  ],
})
