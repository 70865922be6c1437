import { useEffect, useRef, useSyncExternalStore } from 'react'
import { refetch } from './api.ts'
import { refetchAll } from './api/keys.ts'
import { now } from './clock.ts'
import { coalesce } from './live/coalesce.ts'
import { connect } from './live/connection.ts'
import type { LiveEvent, LiveMessage } from './live/message.ts'
import type { Route } from './operations-type.ts'

export type { LiveEvent }

/** Whether what is shown changes by itself, and since when (milliseconds since 1970). */
export interface LiveStatus {
  isLive: boolean
  since: number
}

/** At most four rounds of reading a second, however many events come. */
const refetchEveryMs = 250

type Handler = (event: LiveEvent) => void
const handlers = new Map<string, Set<Handler>>()
const listeners = new Set<() => void>()
let status: LiveStatus = { isLive: false, since: now() }

/** Begins to listen; `invalidates` says which routes an event makes old. @returns stops. */
export function startLive(invalidates: ReadonlyMap<string, readonly Route[]>): () => void {
  const readAgain = coalesce<Route>(refetchEveryMs, (routes) => void refetch(routes))
  return connect((message: LiveMessage) => {
    if (message.kind === 'status') setStatus(message.isLive)
    else if (message.kind === 'resync') void refetchAll()
    else {
      readAgain(invalidates.get(message.event.type) ?? [])
      for (const handler of handlers.get(message.event.type) ?? []) handler(message.event)
    }
  })
}

function setStatus(isLive: boolean): void {
  if (status.isLive === isLive) return
  status = { isLive, since: now() }
  for (const listener of listeners) listener()
}

export function useLive(): LiveStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => status,
  )
}

/** Hears of events while the component is there; for what `invalidates` cannot say. */
export function useEvents(types: readonly string[], handler: Handler): void {
  const latest = useRef(handler)
  latest.current = handler
  const key = types.join(',')
  useEffect(() => {
    const hear: Handler = (event) => latest.current(event)
    const names = key.split(',')
    for (const name of names) handlers.set(name, (handlers.get(name) ?? new Set()).add(hear))
    return () => names.forEach((name) => handlers.get(name)?.delete(hear))
  }, [key])
}
