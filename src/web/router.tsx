import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { api, isProblem } from './api.ts'
import { queryClient } from './api/query-client.ts'
import { Frame } from './frame/Frame.tsx'
import { NotFoundPage } from './frame/NotFoundPage.tsx'
import { PageFailed } from './frame/PageFailed.tsx'
import { PagePending } from './frame/PagePending.tsx'
import { Root } from './frame/Root.tsx'
import { navigateWith } from './navigate.ts'
import type { Page } from './page.ts'
import { parseSearch, stringifySearch } from './search.ts'
import { meKey } from './session.ts'

/** The router over flat declarations of pages: those that are public stand alone, all others in the frame. */
export function routerOf(pages: readonly Page[]) {
  const root = createRootRoute({
    component: Root,
    notFoundComponent: NotFoundPage,
    errorComponent: PageFailed,
  })
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: Frame,
    beforeLoad: ({ location }) => signedInOrAway(location.href),
    pendingComponent: PagePending,
  })
  const routeOf = (parent: typeof root | typeof framed) => (page: Page) =>
    createRoute({
      getParentRoute: () => parent as typeof root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      staticData: { page },
    })
  const isPublic = (page: Page) => page.public === true
  const tree = root.addChildren([
    framed.addChildren([
      ...pages.filter((page) => !isPublic(page)).map(routeOf(framed)),
      createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundPage }),
    ]),
    ...pages.filter(isPublic).map(routeOf(root)),
  ])
  const router = createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
    // A page that comes within 200 ms is simply there: nothing flickers before it.
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFoundPage,
    defaultStructuralSharing: true,
  })
  navigateWith(router)
  return router
}

/** Knows who is signed in before anything is drawn; nobody is sent to sign in, and comes back to where he was. */
async function signedInOrAway(href: string): Promise<void> {
  try {
    await queryClient.ensureQueryData({
      queryKey: meKey(),
      queryFn: ({ signal }) => api('GET /me', {}, { signal }),
    })
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error
    throw redirect({ to: '/sign-in', search: { next: href } as never, replace: true })
  }
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: Page
  }
}
