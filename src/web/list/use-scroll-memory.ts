import { useRouterState } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/** Where each entry of the history was scrolled to, so that back and forward come back to the same rows. */
const offsets = new Map<string, number>()

/** The offset to begin with; from then on it is remembered. */
export function useScrollMemory(place: RefObject<HTMLElement | null>): number {
  const key = useRouterState({ select: (state) => state.location.state.__TSR_key ?? state.location.href })
  useEffect(() => {
    const element = place.current
    if (!element) return
    const remember = () => offsets.set(key, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [key, place])
  return offsets.get(key) ?? 0
}
