import {
  IconActivityHeartbeat,
  IconBell,
  IconGauge,
  IconHeartRateMonitor,
  IconMap2,
  IconTemplate,
} from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates, PaletteAction } from '#web/shell.ts'
import type { Slot } from '#web/slots.tsx'
import { useStateFilter } from './asset/use-state-filter.ts'
import { useAssetState, useInterfaceCount, useServiceState, useSiteState } from './asset/use-states.ts'
import { useServiceStateColumn, useSiteStateColumn, useStateColumn } from './states/columns.tsx'
import { useAlertBadge } from './use-badge.ts'

export const pages = [
  definePage({
    path: '/',
    load: () => import('./overview/OverviewPage.tsx'),
    right: 'alert.read',
    navigation: {
      section: 'now',
      labelKey: 'supervision:navigation.now',
      wordsKey: 'supervision:overview.words',
      icon: IconActivityHeartbeat,
      order: 0,
      key: 'h',
    },
  }),
  definePage({
    path: '/alerts',
    load: () => import('./alerts/AlertsPage.tsx'),
    right: 'alert.read',
    fills: true,
    navigation: {
      section: 'now',
      labelKey: 'supervision:navigation.alerts',
      wordsKey: 'supervision:alerts.words',
      icon: IconBell,
      order: 1,
      key: 'a',
      useBadge: useAlertBadge,
    },
  }),
  definePage({
    path: '/alerts/history',
    load: () => import('./alerts/AlertHistoryPage.tsx'),
    right: 'alert.read',
    fills: true,
  }),
  definePage({ path: '/alerts/$id', load: () => import('./alerts/AlertPage.tsx'), right: 'alert.read' }),
  definePage({
    path: '/map',
    load: () => import('./map/MapPage.tsx'),
    right: 'site.read',
    fills: true,
    navigation: {
      section: 'now',
      labelKey: 'supervision:navigation.map',
      icon: IconMap2,
      order: 2,
      key: 'm',
    },
  }),
  definePage({
    path: '/checks',
    load: () => import('./checks/ChecksPage.tsx'),
    right: 'check.read',
    fills: true,
    navigation: {
      section: 'supervision',
      labelKey: 'supervision:navigation.checks',
      icon: IconGauge,
      order: 0,
      key: 'k',
    },
  }),
  definePage({
    path: '/templates',
    load: () => import('./templates/TemplatesPage.tsx'),
    right: 'check.read',
    navigation: {
      section: 'supervision',
      labelKey: 'supervision:navigation.templates',
      icon: IconTemplate,
      order: 1,
    },
  }),
  definePage({
    path: '/supervision',
    load: () => import('./health/HealthPage.tsx'),
    right: 'check.read',
    over: 'everything',
    navigation: {
      section: 'supervision',
      labelKey: 'supervision:navigation.health',
      wordsKey: 'supervision:health.words',
      icon: IconHeartRateMonitor,
      order: 2,
    },
  }),
]

const alerts = [
  'GET /alerts',
  'GET /alerts/:id',
  'GET /alerts/:id/history',
  'GET /alerts/counts',
  'GET /overview',
] as const
const states = [
  'GET /assets/:id/state',
  'GET /assets/states',
  'GET /sites/states',
  'GET /services/states',
  'GET /overview',
  'GET /checks',
] as const

const checks = [
  'GET /checks',
  'GET /checks/:id',
  'GET /assets/:id/state',
  'GET /assets/:id/measured-interfaces',
] as const

export const invalidates: Invalidates = {
  // Who was told, and whether the mail went.
  'messages.changed': ['GET /alerts/:id/history'],
  'alert.opened': [...alerts, 'GET /assets/:id/state'],
  'alert.changed': [...alerts, 'GET /assets/:id/state'],
  'alert.closed': [...alerts, 'GET /assets/:id/state'],
  'alert.acknowledged': [
    ...alerts,
    'GET /assets/:id/state',
    'GET /assets/states',
    'GET /sites/states',
    'GET /services/states',
  ],
  // The list of assets may be sorted and filtered by it.
  'state.changed': [...states, 'GET /assets'],
  'check.created': checks,
  'check.changed': checks,
  'check.deleted': checks,
  // Alerts hold the level of their site, and are ordered by it.
  'site.changed': [...alerts, 'GET /sites/states'],
  'level-period.begun': [...alerts, 'GET /sites/states'],
  'level-period.ended': [...alerts, 'GET /sites/states'],
  'asset.created': ['GET /overview', 'GET /sites/states'],
  'asset.changed': [...alerts, 'GET /sites/states', 'GET /checks'],
  'asset.deleted': [
    ...alerts,
    'GET /assets/states',
    'GET /sites/states',
    'GET /services/states',
    'GET /checks',
  ],
  'service.created': ['GET /services/states'],
  'service.changed': ['GET /services/states', 'GET /alerts'],
  'service.deleted': ['GET /services/states'],
}

export const actions: PaletteAction[] = [
  {
    labelKey: 'supervision:alerts.history',
    wordsKey: 'supervision:alerts.historyWords',
    icon: IconBell,
    right: 'alert.read',
    href: '/alerts/history',
  },
]

export const slots: Slot[] = [
  {
    page: 'asset',
    key: 'supervision',
    order: 0,
    right: 'asset.read',
    useState: useAssetState,
    useColumns: useStateColumn,
    useFilters: useStateFilter,
    mark: () => import('./states/AssetMark.tsx'),
    attention: () => import('./asset/AssetAttention.tsx'),
    section: () => import('./asset/AssetPulse.tsx'),
    facts: () => import('./asset/AssetCheckFacts.tsx'),
    tab: { labelKey: 'supervision:asset.tab', load: () => import('./asset/AssetMeasurements.tsx') },
  },
  {
    page: 'asset',
    key: 'traffic',
    order: 1,
    right: 'asset.read',
    tab: {
      labelKey: 'supervision:asset.interfaces',
      useCount: useInterfaceCount,
      load: () => import('./asset/AssetInterfaces.tsx'),
    },
  },
  {
    page: 'site',
    key: 'supervision',
    order: 0,
    right: 'site.read',
    useState: useSiteState,
    useColumns: useSiteStateColumn,
    attention: () => import('./asset/SiteAttention.tsx'),
  },
  {
    page: 'service',
    key: 'supervision',
    order: 0,
    right: 'service.read',
    useState: useServiceState,
    useColumns: useServiceStateColumn,
    mark: () => import('./states/ServiceMark.tsx'),
    attention: () => import('./asset/ServiceAttention.tsx'),
  },
]
