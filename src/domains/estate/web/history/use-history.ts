import { useInfiniteQuery } from '@tanstack/react-query'
import { api, type ApiProblem, type Output } from '#web/api.ts'
import { keyOf } from '#web/api/keys.ts'

export type HistoryRoute = 'GET /sites/:id/history' | 'GET /assets/:id/history' | 'GET /services/:id/history'
export type HistoryPage = Output<HistoryRoute>
export type HistoryEntry = HistoryPage['items'][number]

/** The history of one thing, page by page as far as it was asked for. */
export function useHistory(route: HistoryRoute, id: string) {
  const query = useInfiniteQuery<HistoryPage, ApiProblem>({
    queryKey: keyOf(route, { id }),
    queryFn: ({ pageParam, signal }) =>
      api(route, { id, ...(pageParam ? { cursor: pageParam as string } : {}) }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  })
  const pages = query.data?.pages ?? []
  return {
    ...query,
    entries: pages.flatMap((page) => page.items),
    names: Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>,
  }
}
