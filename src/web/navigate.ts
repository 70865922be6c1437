import type { AnyRouter } from '@tanstack/react-router'

let router: AnyRouter | undefined

/** Called once, by the router itself. */
export function navigateWith(given: AnyRouter): void {
  router = given
}

export interface GoOptions {
  replace?: boolean
}

/** Goes to an address of ours, as a click on a link would: `go('/sites/42?tab=history')`. */
export function go(href: string, { replace = false }: GoOptions = {}): void {
  if (replace) router?.history.replace(href)
  else router?.history.push(href)
}

/** Begins to load the page behind an address, before it is asked for. */
export function prepare(href: string): void {
  const [path = '/', search = ''] = href.split('?')
  const parsed = Object.fromEntries(new URLSearchParams(search))
  // A page that cannot be loaded now says so when it is visited.
  void router?.preloadRoute({ to: path, search: parsed } as never).catch(() => undefined)
}

/** The address that is shown now, with its search. */
export function here(): string {
  return router?.state.location.href ?? `${location.pathname}${location.search}`
}
