import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type ApiProblem, type Output } from '#web/api.ts'
import { keyOf } from '#web/api/keys.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '#web/detail.ts'
import { useChanges } from './changes.tsx'
import type { HistoryRoute } from './routes.ts'

/** What happened to one thing, newest first: a tab of its page. */
export function History({ route, id }: { route: HistoryRoute; id: string }) {
  const { t, i18n } = useTranslation('network')
  const changesOf = useChanges()
  const query = useInfiniteQuery<Output<HistoryRoute>, ApiProblem>({
    queryKey: keyOf(route, { id }),
    queryFn: ({ pageParam, signal }) =>
      api(route, { id, ...(pageParam ? { cursor: pageParam as string } : {}) }, { signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  })
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Skeleton lines={6} />
  const entries = query.data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <EmptyState title={t('history.empty')} />
  const told = entries.map((entry): TimelineEntry => ({
    id: entry.id,
    at: entry.at,
    who: entry.actor.kind === 'person' ? entry.actor.name : t('history.byItself'),
    what: i18n.exists(`network:history.${entry.operation}`)
      ? t(`history.${entry.operation}`)
      : t('history.changed'),
    changes: changesOf(entry),
  }))
  const more = query.hasNextPage && (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('history.more')}
    </Button>
  )
  return <Timeline entries={told} more={more} />
}
