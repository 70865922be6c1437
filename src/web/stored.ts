import { useSyncExternalStore } from 'react'

/** A value that outlives the page and is the same in every tab. */
export interface Stored<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

/** Kept in localStorage as JSON; a value that `accept` refuses (an older version's) counts as absent. */
export function stored<T>(key: string, fallback: T, accept: (value: unknown) => value is T): Stored<T> {
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const name = `vigie.${key}`
  let value = read()

  function read(): T {
    try {
      const parsed: unknown = JSON.parse(globalThis.localStorage?.getItem(name) ?? 'null')
      return accept(parsed) ? parsed : fallback
    } catch {
      return fallback
    }
  }

  globalThis.addEventListener?.('storage', (event) => {
    if ((event as StorageEvent).key !== name) return
    value = read()
    tell()
  })

  return {
    get: () => value,
    set(next) {
      value = next
      try {
        if (next === fallback) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(next))
      } catch {
        // Storage full or forbidden: the value holds until the page is closed.
      }
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStored<T>(value: Stored<T>): [T, (next: T) => void] {
  return [useSyncExternalStore(value.subscribe, value.get), value.set]
}
