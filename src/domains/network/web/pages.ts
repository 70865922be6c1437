import { IconNetwork, IconPlug, IconPlugConnected, IconPlus, IconTopologyStar3 } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates, PaletteAction } from '#web/shell.ts'
import type { Slot } from '#web/slots.tsx'
import { newAddressField } from './addresses/new-address-field.ts'
import { useAddressColumn } from './asset/use-address-column.tsx'
import { useSiteCircuitCount } from './circuits/use-site-count.ts'

export const pages = [
  definePage({
    path: '/circuits',
    load: () => import('./circuits/CircuitsPage.tsx'),
    right: 'circuit.read',
    fills: true,
    navigation: {
      section: 'network',
      labelKey: 'network:circuits.title',
      icon: IconTopologyStar3,
      order: 0,
      key: 'c',
    },
  }),
  definePage({
    path: '/circuits/new',
    load: () => import('./circuits/NewCircuitPage.tsx'),
    right: 'circuit.write',
  }),
  definePage({
    path: '/circuits/$id',
    load: () => import('./circuits/CircuitPage.tsx'),
    right: 'circuit.read',
  }),
  definePage({
    path: '/circuits/$id/edit',
    load: () => import('./circuits/EditCircuitPage.tsx'),
    right: 'circuit.write',
  }),
  definePage({
    path: '/addresses',
    load: () => import('./addresses/AddressesPage.tsx'),
    right: 'address.read',
    fills: true,
    navigation: {
      section: 'network',
      labelKey: 'network:addresses.title',
      icon: IconNetwork,
      order: 1,
      key: 'i',
    },
  }),
  definePage({
    path: '/addresses/$id',
    load: () => import('./addresses/AddressPage.tsx'),
    right: 'address.read',
  }),
  definePage({
    path: '/links',
    load: () => import('./links/LinksPage.tsx'),
    right: 'link.read',
    fills: true,
    navigation: {
      section: 'network',
      labelKey: 'network:links.title',
      icon: IconPlugConnected,
      order: 2,
      key: 'l',
    },
  }),
  definePage({ path: '/links/$id', load: () => import('./links/LinkPage.tsx'), right: 'link.read' }),
  definePage({
    path: '/interfaces',
    load: () => import('./interfaces/InterfacesPage.tsx'),
    right: 'interface.read',
    fills: true,
    navigation: { section: 'network', labelKey: 'network:interfaces.title', icon: IconPlug, order: 3 },
  }),
  definePage({
    path: '/interfaces/$id',
    load: () => import('./interfaces/InterfacePage.tsx'),
    right: 'interface.read',
  }),
]

const circuits = [
  'GET /circuits',
  'GET /circuits/:id',
  'GET /circuits/:id/history',
  'GET /circuits/operators',
] as const
/** The history of an asset tells of what hangs off it. */
const ofAsset = 'GET /assets/:id/history' as const
const addresses = [
  'GET /addresses',
  'GET /addresses/:id',
  'GET /addresses/:id/history',
  'GET /assets/:id/lost-address',
  ofAsset,
] as const
const interfaces = ['GET /interfaces', 'GET /interfaces/:id', 'GET /interfaces/:id/history', ofAsset] as const
const links = ['GET /links', 'GET /links/:id', 'GET /links/:id/history', ofAsset] as const
/** They hold names of assets. */
const named = [
  'GET /addresses',
  'GET /addresses/:id',
  'GET /links/:id',
  'GET /interfaces',
  'GET /interfaces/:id',
  'GET /links',
  'GET /circuits',
  'GET /circuits/:id',
] as const

export const invalidates: Invalidates = {
  'address.created': addresses,
  'address.changed': addresses,
  'address.deleted': addresses,
  'interface.created': interfaces,
  'interface.changed': interfaces,
  'interface.deleted': interfaces,
  'circuit.created': circuits,
  'circuit.changed': circuits,
  'circuit.deleted': circuits,
  'link.created': links,
  'link.changed': links,
  'link.deleted': links,
  'asset.changed': named,
  'asset.deleted': named,
  'site.changed': ['GET /circuits', 'GET /circuits/:id'],
}

export const actions: PaletteAction[] = [
  {
    labelKey: 'network:circuits.create',
    wordsKey: 'network:circuits.createWords',
    icon: IconPlus,
    right: 'circuit.write',
    href: '/circuits/new',
  },
  {
    labelKey: 'network:addresses.add',
    wordsKey: 'network:addresses.addWords',
    icon: IconPlus,
    right: 'address.write',
    href: '/addresses?new=1',
  },
  {
    labelKey: 'network:interfaces.create',
    wordsKey: 'network:interfaces.createWords',
    icon: IconPlus,
    right: 'interface.write',
    href: '/interfaces?new=1',
  },
  {
    labelKey: 'network:links.create',
    wordsKey: 'network:links.createWords',
    icon: IconPlus,
    right: 'link.write',
    href: '/links?new=1',
  },
]

export const slots: Slot[] = [
  {
    page: 'asset',
    key: 'address',
    right: 'address.read',
    order: 0,
    subtitle: () => import('./asset/AssetAddressWord.tsx'),
    attention: () => import('./asset/AssetLostAddress.tsx'),
    facts: () => import('./asset/AssetAddressFact.tsx'),
  },
  {
    page: 'asset',
    key: 'network',
    right: 'asset.read',
    order: 5,
    tab: { labelKey: 'network:asset.title', load: () => import('./asset/AssetNetwork.tsx') },
  },
  { page: 'asset', key: 'new-address', right: 'address.write', order: 0, newField: newAddressField },
  // After the state, which supervision adds.
  { page: 'asset', key: 'address-column', right: 'address.read', order: 30, useColumns: useAddressColumn },
  {
    page: 'site',
    key: 'circuits',
    right: 'circuit.read',
    order: 6,
    tab: {
      labelKey: 'network:circuits.title',
      fills: true,
      useCount: useSiteCircuitCount,
      load: () => import('./circuits/SiteCircuits.tsx'),
    },
  },
]
