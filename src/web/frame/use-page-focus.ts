import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** After going to another page, the keyboard begins in it, as after a page of old: screen readers read its name. */
export function usePageFocus() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    const isFirst = before.current === undefined
    before.current = path
    // A page that has put the keyboard somewhere itself is left alone.
    if (!isFirst && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}
