import type { Route } from '../operations-type.ts'
import { chosenOrganisation } from './organisation.ts'
import { queryClient } from './query-client.ts'

/** What is the person's own, whatever organisation is chosen. */
const personal: ReadonlySet<string> = new Set(['GET /me'])

/** The key of an answer in the cache: its route first, so that a route's answers are found together. */
export function keyOf(route: Route, input: unknown): readonly unknown[] {
  return [route, personal.has(route) ? null : chosenOrganisation(), input ?? {}]
}

/**
 * Reads again what is on screen of these routes; what is not is read when it is shown next. An answer under way may be
 * older than what changed: it is dropped and asked for again.
 */
export async function refetch(routes: readonly Route[]): Promise<void> {
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: [route] })))
}

/** Reads everything on screen again: after the stream was lost. */
export async function refetchAll(): Promise<void> {
  await queryClient.invalidateQueries()
}
