import { useSyncExternalStore } from 'react'

/** How far the server's clock is ahead of this machine's: ages must not depend on a laptop's wrong clock. */
let offsetMs = 0

/** Notes the `Date` header of an answer. It has whole seconds: small differences are left alone. */
export function noteServerDate(header: string | null): void {
  const server = header ? Date.parse(header) : Number.NaN
  if (Number.isNaN(server)) return
  const difference = server - Date.now()
  offsetMs = Math.abs(difference) > 2000 ? difference : 0
}

/** Milliseconds since 1970, by the server's clock. */
export function now(): number {
  return Date.now() + offsetMs
}

const listeners = new Set<() => void>()
let ticked = now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    ticked = now()
    for (const tell of listeners) tell()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, rounded down to `stepMs`: the component renders again only when that changes. One timer serves all. */
export function useNow(stepMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Math.max(ticked, now() - 1000) / stepMs) * stepMs)
}
