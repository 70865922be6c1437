import {
  IconActivity,
  IconAlertTriangle,
  IconBoxOff,
  IconChartLine,
  IconComponents,
  IconForms,
  IconHourglass,
  IconMap,
  IconPlugConnectedX,
  IconPlus,
  IconServer2,
  IconTableImport,
} from '@tabler/icons-react'
import { useApi } from '../api.ts'
import { definePage, type Badge } from '../page.ts'
import type { Invalidates, PaletteAction } from '../shell.ts'
import type {} from './operations.ts'

/** Every kind of page and every component, with made-up data. */
export const pages = [
  definePage({
    path: '/',
    load: () => import('./pages/OverviewPage.tsx'),
    navigation: { section: 'now', labelKey: 'gallery:nav.now', icon: IconActivity, order: 0, key: 'n' },
  }),
  definePage({
    path: '/alerts',
    load: () => import('./pages/AlertsPage.tsx'),
    right: 'device.read',
    fills: true,
    navigation: {
      section: 'now',
      labelKey: 'gallery:nav.alerts',
      icon: IconAlertTriangle,
      order: 1,
      key: 'a',
      useBadge: useAlertsBadge,
    },
  }),
  definePage({
    path: '/map',
    load: () => import('./pages/MapPage.tsx'),
    fills: true,
    navigation: { section: 'now', labelKey: 'gallery:nav.map', icon: IconMap, order: 2, key: 'm' },
  }),
  definePage({
    path: '/devices',
    load: () => import('./pages/DevicesPage.tsx'),
    right: 'device.read',
    fills: true,
    navigation: { section: 'estate', labelKey: 'gallery:nav.devices', icon: IconServer2, order: 0, key: 'd' },
  }),
  definePage({ path: '/devices/$id', load: () => import('./pages/DevicePage.tsx'), right: 'device.read' }),
  definePage({
    path: '/import',
    load: () => import('./pages/ImportPage.tsx'),
    navigation: { section: 'estate', labelKey: 'gallery:nav.import', icon: IconTableImport, order: 1 },
  }),
  definePage({
    path: '/graphs',
    load: () => import('./pages/GraphsPage.tsx'),
    navigation: {
      section: 'supervision',
      labelKey: 'gallery:nav.graphs',
      icon: IconChartLine,
      order: 0,
      key: 'c',
    },
  }),
  definePage({
    path: '/pieces',
    load: () => import('./pages/PiecesPage.tsx'),
    navigation: { section: 'settings', labelKey: 'gallery:nav.pieces', icon: IconComponents, order: 0 },
  }),
  definePage({
    path: '/form',
    load: () => import('./pages/DeviceFormPage.tsx'),
    navigation: { section: 'settings', labelKey: 'gallery:nav.form', icon: IconForms, order: 1 },
  }),
  definePage({
    path: '/empty',
    load: () => import('./pages/EmptyPage.tsx'),
    fills: true,
    navigation: { section: 'settings', labelKey: 'gallery:nav.empty', icon: IconBoxOff, order: 2 },
  }),
  definePage({
    path: '/slow',
    load: () => import('./pages/SlowPage.tsx'),
    fills: true,
    navigation: { section: 'settings', labelKey: 'gallery:nav.slow', icon: IconHourglass, order: 3 },
  }),
  definePage({
    path: '/failing',
    load: () => import('./pages/FailingPage.tsx'),
    fills: true,
    navigation: { section: 'settings', labelKey: 'gallery:nav.failing', icon: IconPlugConnectedX, order: 4 },
  }),
  definePage({ path: '/forbidden', load: () => import('./pages/EmptyPage.tsx'), right: 'secret.read' }),
  definePage({ path: '/broken', load: () => import('./pages/BrokenPage.tsx') }),
  definePage({ path: '/sign-in', load: () => import('./pages/SignInPage.tsx'), public: true }),
]

export const invalidates: Invalidates = {
  'device.changed': ['GET /gallery/devices', 'GET /gallery/devices/:id'],
}

export const actions: PaletteAction[] = [
  { labelKey: 'gallery:device.new', icon: IconPlus, right: 'device.write', href: '/devices?new=1' },
]

function useAlertsBadge(): Badge | undefined {
  const { data } = useApi('GET /gallery/devices', { state: ['critical'], limit: 1 })
  return data && { count: data.total, state: 'critical' }
}
