import { useEffect, useSyncExternalStore } from 'react'

let title = ''
const listeners = new Set<() => void>()

/** The page's name: the browser's tab shows it, and screen readers are told of it when the page changes. */
export function useTitle(given: string): void {
  useEffect(() => {
    title = given
    for (const listener of listeners) listener()
  }, [given])
}

export function useCurrentTitle(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => title,
  )
}
