import { useSyncExternalStore } from 'react'

/** Something that is open or closed, and that any part of the frame may open. */
export function disclosure() {
  const listeners = new Set<() => void>()
  let isOpen = false
  let openings = 0
  const set = (next: boolean) => {
    if (next && !isOpen) openings++
    isOpen = next
    for (const listener of listeners) listener()
  }
  const listen = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    open: () => set(true),
    close: () => set(false),
    useIsOpen: () => useSyncExternalStore(listen, () => isOpen),
    /** How often it was opened: a key for what has to begin anew each time, even while it still fades out. */
    useOpenings: () => useSyncExternalStore(listen, () => openings),
  }
}
