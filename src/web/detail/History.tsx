import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type ApiProblem, type Output, type ReadRoute } from '../api.ts'
import { keyOf } from '../api/keys.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { Timeline, type TimelineEntry } from './Timeline.tsx'

/** The histories that the journal tells; what a domain keeps by itself it shows by itself. */
type HistoryRoute = {
  [R in Extract<ReadRoute, `GET /${string}/:id/history`>]: Output<R> extends {
    nextCursor: string | null
    items: { operation: string }[]
  }
    ? R
    : never
}[Extract<ReadRoute, `GET /${string}/:id/history`>]
type HistoryPage = Output<HistoryRoute>
export type HistoryEntry = HistoryPage['items'][number]
/** What the ids in changes are called, as far as the server says. */
export type Names = Readonly<Record<string, string>>

interface Props {
  route: HistoryRoute
  id: string
  whatOf: (entry: HistoryEntry) => string
  changesOf: (entry: HistoryEntry, names: Names) => TimelineEntry['changes']
}

/** What happened to one thing, newest first, as far as it was asked for: a tab of its page. */
export function History({ route, id, whatOf, changesOf }: Props) {
  const { t } = useTranslation('web')
  const query = useInfiniteQuery<HistoryPage, ApiProblem>({
    queryKey: keyOf(route, { id }),
    queryFn: ({ pageParam, signal }) =>
      api(route, { id, ...(pageParam ? { cursor: pageParam as string } : {}) }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  })
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Skeleton lines={6} />
  const { pages } = query.data
  const entries = pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <EmptyState title={t('history.empty')} />
  const names: Names = Object.assign({}, ...pages.map((page) => ('names' in page ? page.names : {})))
  const who = {
    person: (name: string) => name,
    system: () => t('history.byItself'),
    anonymous: () => undefined,
  }
  const told = entries.map((entry): TimelineEntry => ({
    id: entry.id,
    at: entry.at,
    who: who[entry.actor.kind](entry.actor.name),
    what: whatOf(entry),
    changes: changesOf(entry, names),
  }))
  const more = query.hasNextPage && (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('history.more')}
    </Button>
  )
  return <Timeline entries={told} more={more} />
}
