import { useRouterState } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { go } from '../navigate.ts'

/** The width, in CSS pixels, that a wall shows however large it is: the letters grow with it. */
const shownWidth = 1_280

/** Whether a page of now stands alone on a screen that is read from afar: `?wall` in its address. */
export function useIsWall(): boolean {
  return useRouterState({ select: ({ location }) => 'wall' in location.search })
}

/** How much larger all is drawn there. */
export function useWallZoom(): number {
  return Math.max(1, useSyncExternalStore(onResize, () => window.innerWidth) / shownWidth)
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** Shows the page that is open on the whole screen. */
export function enterWall(): void {
  go(`${location.pathname}?wall=1`)
  // Where the browser refuses, it fills the window all the same.
  void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

export function leaveWall(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  go(location.pathname)
}

/** Esc ends the full screen by itself, and with it the wall. */
export function useWallEnds(isWall: boolean): void {
  useEffect(() => {
    if (!isWall) return undefined
    const follow = () => void (document.fullscreenElement ?? leaveWall())
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [isWall])
}
