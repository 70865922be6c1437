import { exportOf } from '#kernel/operations'
import { listChecks } from './list.ts'

export const exportChecks = exportOf(listChecks, {
  route: 'GET /checks/export',
  columns: [
    { name: 'assetName', heading: 'supervision:checks.asset' },
    { name: 'siteName', heading: 'supervision:alert.site' },
    {
      name: 'template',
      heading: 'supervision:checks.template',
      word: (name) => `supervision:template.${name}.name`,
    },
    { name: 'name', heading: 'supervision:service.name' },
    { name: 'state', heading: 'supervision:checks.state', word: (state) => `supervision:state.${state}` },
    { name: 'since', heading: 'supervision:alerts.since' },
    { name: 'isEnabled', heading: 'supervision:checks.enabled' },
    {
      name: 'lacks',
      heading: 'supervision:checks.lacks',
      word: (lacks) => `supervision:checks.lacksWhy.${lacks}`,
    },
    { name: 'intervalS', heading: 'supervision:checks.interval' },
  ],
})
