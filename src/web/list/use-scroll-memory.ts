import { useRouterState } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'

/** Where each entry of the history was scrolled to, so that back and forward come back to the same rows. */
const offsets = new Map<string, number>()

/** The offset to begin with, and what remembers it from then on. */
export function useScrollMemory(): { initial: number; remember: (offset: number) => void } {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const key = useRouterState({ select: (state) => state.location.state.__TSR_key ?? state.location.href })
  const home = useRef(path)
  const initial = useRef(offsets.get(key) ?? 0)
  const remember = useCallback(
    (offset: number) => {
      // On the way to another page, the address is that page's already: its offset is not ours.
      if (path === home.current) offsets.set(key, offset)
    },
    [key, path],
  )
  return { initial: initial.current, remember }
}
