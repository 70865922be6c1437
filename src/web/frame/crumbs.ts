import { useEffect, useSyncExternalStore } from 'react'

/** One step of the way to a page: organisation, territory, site, building … */
export interface Crumb {
  label: string
  href?: string
}

let crumbs: readonly Crumb[] = []
const listeners = new Set<() => void>()

function show(next: readonly Crumb[]): void {
  crumbs = next
  for (const listener of listeners) listener()
}

/** The way to this page, from the top of the tree, without the page itself. */
export function useCrumbs(given: readonly Crumb[]): void {
  const key = JSON.stringify(given)
  useEffect(() => {
    show(JSON.parse(key) as Crumb[])
    return () => show([])
  }, [key])
}

export function useShownCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => crumbs,
  )
}
