import { IconBoxMultiple, IconFileImport, IconMapPin, IconPlus, IconServer2 } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates, PaletteAction } from '#web/shell.ts'
import type { Slot } from '#web/slots.tsx'

export const pages = [
  definePage({
    path: '/assets',
    load: () => import('./assets/AssetsPage.tsx'),
    right: 'asset.read',
    fills: true,
    navigation: {
      section: 'estate',
      labelKey: 'estate:assets.title',
      wordsKey: 'estate:assets.words',
      icon: IconServer2,
      order: 0,
      key: 'e',
    },
  }),
  definePage({ path: '/assets/new', load: () => import('./assets/NewAssetPage.tsx'), right: 'asset.write' }),
  definePage({
    path: '/assets/import',
    load: () => import('./import/ImportAssetsPage.tsx'),
    right: 'asset.write',
  }),
  definePage({ path: '/assets/$id', load: () => import('./assets/AssetPage.tsx'), right: 'asset.read' }),
  definePage({
    path: '/assets/$id/edit',
    load: () => import('./assets/EditAssetPage.tsx'),
    right: 'asset.write',
  }),
  definePage({
    path: '/sites',
    load: () => import('./sites/SitesPage.tsx'),
    right: 'site.read',
    fills: true,
    navigation: {
      section: 'estate',
      labelKey: 'estate:sites.title',
      wordsKey: 'estate:sites.words',
      icon: IconMapPin,
      order: 1,
      key: 's',
    },
  }),
  definePage({ path: '/sites/new', load: () => import('./sites/NewSitePage.tsx'), right: 'site.write' }),
  definePage({
    path: '/sites/import',
    load: () => import('./import/ImportSitesPage.tsx'),
    right: 'site.write',
  }),
  definePage({ path: '/sites/$id', load: () => import('./sites/SitePage.tsx'), right: 'site.read' }),
  definePage({
    path: '/sites/$id/edit',
    load: () => import('./sites/EditSitePage.tsx'),
    right: 'site.write',
  }),
  definePage({
    path: '/services',
    load: () => import('./services/ServicesPage.tsx'),
    right: 'service.read',
    fills: true,
    navigation: {
      section: 'estate',
      labelKey: 'estate:services.title',
      icon: IconBoxMultiple,
      order: 2,
      key: 'v',
    },
  }),
  definePage({
    path: '/services/$id',
    load: () => import('./services/ServicePage.tsx'),
    right: 'service.read',
  }),
]

const sites = [
  'GET /sites',
  'GET /sites/:id',
  'GET /sites/:id/history',
  'GET /sites/:siteId/level-periods',
] as const
const assets = [
  'GET /assets',
  'GET /assets/:id',
  'GET /assets/:id/facts',
  'GET /assets/:id/history',
  'GET /assets/words',
] as const
const services = ['GET /services', 'GET /services/:id', 'GET /services/:id/history'] as const

export const invalidates: Invalidates = {
  'site.created': sites,
  // Assets and their breadcrumbs hold names of sites.
  'site.changed': [...sites, 'GET /assets', 'GET /assets/:id'],
  'site.deleted': sites,
  'level-period.begun': sites,
  'level-period.ended': sites,
  'asset.created': assets,
  'asset.changed': [...assets, 'GET /services', 'GET /services/:id'],
  'asset.deleted': assets,
  'service.created': services,
  'service.changed': services,
  'service.deleted': services,
}

export const actions: PaletteAction[] = [
  {
    labelKey: 'estate:assets.create',
    wordsKey: 'estate:assets.createWords',
    icon: IconPlus,
    right: 'asset.write',
    href: '/assets/new',
  },
  {
    labelKey: 'estate:sites.create',
    wordsKey: 'estate:sites.createWords',
    icon: IconPlus,
    right: 'site.write',
    href: '/sites/new',
  },
  {
    labelKey: 'estate:services.create',
    wordsKey: 'estate:services.createWords',
    icon: IconPlus,
    right: 'service.write',
    href: '/services?new=1',
  },
  {
    labelKey: 'estate:assets.import',
    wordsKey: 'estate:assets.importWords',
    icon: IconFileImport,
    right: 'asset.write',
    href: '/assets/import',
  },
  {
    labelKey: 'estate:sites.import',
    wordsKey: 'estate:sites.importWords',
    icon: IconFileImport,
    right: 'site.write',
    href: '/sites/import',
  },
]

/** What an organisation has, on its page. */
export const slots: Slot[] = [
  {
    page: 'organisation',
    key: 'assets',
    right: 'asset.read',
    order: 0,
    tab: {
      labelKey: 'estate:assets.title',
      fills: true,
      load: () => import('./organisation/OrganisationAssets.tsx'),
    },
  },
  {
    page: 'organisation',
    key: 'sites',
    right: 'site.read',
    order: 1,
    tab: {
      labelKey: 'estate:sites.title',
      fills: true,
      load: () => import('./organisation/OrganisationSites.tsx'),
    },
  },
]
