import { useQueryClient } from '@tanstack/react-query'
import { useApi, type Output } from './api.ts'
import { keyOf } from './api/keys.ts'
import { go } from './navigate.ts'

export type Me = Output<'GET /me'>

/** Who is signed in. Within the frame somebody always is; on public pages it is undefined. */
export function useMe(): Me | undefined {
  // The router asks first, before anything is drawn; on public pages nobody must ask.
  const isKnown = useQueryClient().getQueryData(meKey()) !== undefined
  return useApi('GET /me', {}, { enabled: isKnown }).data
}

/**
 * Whether the person holds the right over anything at all (the server decides what it reaches), or over everything, for
 * what belongs to the whole house.
 */
export function useCan(): (right: string | undefined, over?: 'everything') => boolean {
  const me = useMe()
  return (right, over) =>
    right === undefined ||
    ((over === 'everything' ? me?.rightsOverEverything : me?.rights)?.includes(right) ?? false)
}

/** To be called once somebody has signed in: forgets what was read before, and goes where the person wanted to go. */
export function useSignedIn(): (next?: string) => void {
  const client = useQueryClient()
  return (next) => {
    client.clear()
    go(next && /^\/(?![/\\])/.test(next) ? next : '/', { replace: true })
  }
}

/** Where the person's own record is kept in the cache. */
export const meKey = () => keyOf('GET /me', {})
