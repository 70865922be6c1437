import { IconKey, IconPlus, IconRadar2 } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates, PaletteAction } from '#web/shell.ts'
import { useOpenProposals } from './proposals/use-open-proposals.ts'

export const pages = [
  definePage({
    path: '/discoveries',
    load: () => import('./discoveries/DiscoveriesPage.tsx'),
    right: 'proposal.read',
    fills: true,
    navigation: {
      section: 'estate',
      labelKey: 'inventory:discoveries.title',
      icon: IconRadar2,
      order: 4,
      key: 'd',
      useBadge: useOpenProposals,
    },
  }),
  definePage({
    path: '/discoveries/$id',
    load: () => import('./discoveries/DiscoveryPage.tsx'),
    right: 'proposal.read',
    fills: true,
  }),
  definePage({
    path: '/proposals',
    load: () => import('./proposals/ProposalsPage.tsx'),
    right: 'proposal.read',
    fills: true,
  }),
  definePage({
    path: '/credentials',
    load: () => import('./credentials/CredentialsPage.tsx'),
    right: 'credential.read',
    fills: true,
    navigation: { section: 'settings', labelKey: 'inventory:credentials.title', icon: IconKey, order: 3 },
  }),
  definePage({
    path: '/credentials/$id',
    load: () => import('./credentials/CredentialPage.tsx'),
    right: 'credential.read',
  }),
  definePage({ path: '/start', load: () => import('./start/StartPage.tsx'), right: 'discovery.run' }),
]

const discoveries = ['GET /discoveries', 'GET /discoveries/:id'] as const

const credentials = ['GET /credentials', 'GET /credentials/:id', 'GET /credentials/:id/history'] as const

export const invalidates: Invalidates = {
  'discovery.progressed': discoveries,
  'discovery.deleted': discoveries,
  'proposals.changed': ['GET /proposals'],
  'credential.created': credentials,
  'credential.changed': credentials,
  'credential.deleted': credentials,
  'access.changed': credentials,
}

export const actions: PaletteAction[] = [
  {
    labelKey: 'inventory:start.title',
    icon: IconRadar2,
    wordsKey: 'inventory:start.words',
    right: 'discovery.run',
    href: '/start',
  },
  {
    labelKey: 'inventory:discoveries.start',
    icon: IconRadar2,
    wordsKey: 'inventory:discoveries.words',
    right: 'discovery.run',
    href: '/discoveries?new=1',
  },
  {
    labelKey: 'inventory:credentials.create',
    wordsKey: 'inventory:credentials.createWords',
    icon: IconPlus,
    right: 'credential.write',
    href: '/credentials?new=1',
  },
]
