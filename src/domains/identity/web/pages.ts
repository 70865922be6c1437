import { IconBuildingCommunity, IconShieldCheck, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates, PaletteAction } from '#web/shell.ts'

const signedOut = { public: true } as const

export const pages = [
  definePage({ path: '/sign-in', load: () => import('./door/SignInPage.tsx'), ...signedOut }),
  definePage({ path: '/forgotten', load: () => import('./door/ForgottenPage.tsx'), ...signedOut }),
  definePage({ path: '/welcome', load: () => import('./door/WelcomePage.tsx'), ...signedOut }),
  definePage({ path: '/invitation', load: () => import('./door/LinkPage.tsx'), ...signedOut }),
  definePage({ path: '/new-password', load: () => import('./door/LinkPage.tsx'), ...signedOut }),
  definePage({ path: '/me', load: () => import('./account/AccountPage.tsx') }),
  definePage({
    path: '/people',
    load: () => import('./people/PeoplePage.tsx'),
    right: 'person.read',
    fills: true,
    navigation: { section: 'people', labelKey: 'identity:people.title', icon: IconUsers, order: 0, key: 'p' },
  }),
  definePage({
    path: '/people/$id',
    load: () => import('./people/PersonPage.tsx'),
    right: 'person.read',
  }),
  definePage({
    path: '/roles',
    load: () => import('./roles/RolesPage.tsx'),
    right: 'person.read',
    fills: true,
    navigation: { section: 'people', labelKey: 'identity:roles.title', icon: IconShieldCheck, order: 1 },
  }),
  definePage({ path: '/roles/matrix', load: () => import('./roles/MatrixPage.tsx'), right: 'person.read' }),
  definePage({
    path: '/roles/new',
    load: () => import('./roles/NewRolePage.tsx'),
    right: 'role.write',
    over: 'everything',
  }),
  definePage({ path: '/roles/$id', load: () => import('./roles/RolePage.tsx'), right: 'person.read' }),
  definePage({
    path: '/roles/$id/edit',
    load: () => import('./roles/EditRolePage.tsx'),
    right: 'role.write',
    over: 'everything',
  }),
  definePage({
    path: '/organisations',
    load: () => import('./organisations/OrganisationsPage.tsx'),
    right: 'organisation.read',
    fills: true,
    navigation: {
      section: 'people',
      labelKey: 'identity:organisations.title',
      icon: IconBuildingCommunity,
      order: 2,
      key: 'o',
    },
  }),
  definePage({
    path: '/organisations/$id',
    load: () => import('./organisations/OrganisationPage.tsx'),
    right: 'organisation.read',
  }),
]

const people = ['GET /people', 'GET /people/:id', 'GET /people/:id/history', 'GET /roles'] as const
const roles = [
  'GET /roles',
  'GET /roles/:id',
  'GET /roles/:id/history',
  'GET /rights',
  'GET /people',
  'GET /people/:id',
] as const
const organisations = [
  'GET /organisations',
  'GET /organisations/:id',
  'GET /organisations/:id/history',
  'GET /me',
] as const

export const invalidates: Invalidates = {
  'person.created': people,
  'person.changed': [...people, 'GET /me'],
  'role.created': roles,
  'role.changed': [...roles, 'GET /me'],
  'role.deleted': roles,
  'organisation.created': organisations,
  'organisation.changed': organisations,
  'organisation.deleted': organisations,
  'session.ended': ['GET /me/sessions', 'GET /people/:id/sessions'],
}

export const actions: PaletteAction[] = [
  {
    labelKey: 'identity:people.invite',
    wordsKey: 'identity:people.inviteWords',
    icon: IconUserPlus,
    right: 'person.write',
    href: '/people?new=1',
  },
  {
    labelKey: 'identity:organisations.create',
    wordsKey: 'identity:organisations.createWords',
    icon: IconBuildingCommunity,
    right: 'organisation.write',
    href: '/organisations?new=1',
  },
]
