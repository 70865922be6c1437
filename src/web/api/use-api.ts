import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { Input, Output, ReadRoute, Route, WriteRoute } from '../operations-type.ts'
import { api } from './call.ts'
import { keyOf, refetch } from './keys.ts'
import { useChosenOrganisation } from './organisation.ts'
import type { ApiProblem } from './problem.ts'

export interface ApiOptions {
  /** False: not yet (its input is not known). */
  enabled?: boolean
  /** Asks again this often, for what no event tells of. */
  everyMs?: number
  /** Shows the answer to the input before while a new one comes: no jump while typing or zooming. */
  keepPrevious?: boolean
}

/** What an operation answers, kept up to date by events: `useApi('GET /sites/:id', { id })`. */
export function useApi<R extends ReadRoute>(
  route: R,
  input: Input<R>,
  { enabled = true, everyMs, keepPrevious = false }: ApiOptions = {},
): UseQueryResult<Output<R>, ApiProblem> {
  useChosenOrganisation()
  return useQuery<Output<R>, ApiProblem>({
    queryKey: keyOf(route, input),
    // A route without an answer (204) is null in the cache, which holds no undefined.
    queryFn: async ({ signal }) => ((await api(route, input, { signal })) ?? null) as Output<R>,
    enabled,
    refetchInterval: everyMs ?? false,
    ...(keepPrevious ? { placeholderData: (previous: Output<R> | undefined) => previous as never } : {}),
  })
}

export interface MutationOptions<R extends Route> {
  /** Read again once it is done, besides what events bring. */
  refetches?: readonly ReadRoute[]
  done?: (answer: Output<R>, input: Input<R>) => void
}

/** What a mutation takes: the route's input, and the version that was read where the route asks for it. */
export type Write<R extends Route> = Input<R> & { ifMatch?: number }

/**
 * Writes: `const rename = useApiMutation('PATCH /sites/:id')`, then `rename.mutate({ id, name, ifMatch: site.version })`.
 */
export function useApiMutation<R extends WriteRoute>(
  route: R,
  { refetches = [], done }: MutationOptions<R> = {},
): UseMutationResult<Output<R>, ApiProblem, Write<R>> {
  return useMutation<Output<R>, ApiProblem, Write<R>>({
    mutationFn: (variables) => {
      const { ifMatch, ...input } = variables as Record<string, unknown> & { ifMatch?: number }
      return api(route, input as Input<R>, ifMatch === undefined ? {} : { ifMatch })
    },
    onSuccess: (answer, { ifMatch: _version, ...input }) => {
      done?.(answer, input as Input<R>)
      void refetch(refetches)
    },
  })
}
