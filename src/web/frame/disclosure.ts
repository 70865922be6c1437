import { useSyncExternalStore } from 'react'

/** Something that is open or closed, and that any part of the frame may open. */
export function disclosure() {
  const listeners = new Set<() => void>()
  let isOpen = false
  const set = (next: boolean) => {
    isOpen = next
    for (const listener of listeners) listener()
  }
  return {
    open: () => set(true),
    close: () => set(false),
    useIsOpen: () =>
      useSyncExternalStore(
        (listener) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        () => isOpen,
      ),
  }
}
