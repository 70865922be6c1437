import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '#web/detail.ts'
import { hasBegun, useChanges } from './changes.ts'
import { useHistory, type HistoryEntry, type HistoryRoute } from './use-history.ts'

/** What happened to one thing: a tab of its page. */
export function History({ route, id }: { route: HistoryRoute; id: string }) {
  const { t, i18n } = useTranslation('estate')
  const { entries, names, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useHistory(route, id)
  const changesOf = useChanges(names)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (isPending) return <Skeleton lines={6} />
  if (entries.length === 0) return <EmptyState title={t('history.empty')} />
  const namespaces = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {})
  const whatOf = (entry: HistoryEntry) => {
    const { operation, subject } = entry
    // What a domain above did to the thing: it brought it, or changed it.
    const other = t(hasBegun(entry) ? 'history.added' : 'history.changed')
    const own = i18n.exists(`estate:history.${operation}`) ? t(`history.${operation}`) : other
    if (subject.id === id) return own
    // What hangs off the thing says what it is, in the words of its own domain.
    const owner = namespaces.find((namespace) => i18n.exists(`${namespace}:done.${operation}`))
    return [owner ? i18n.t(`${owner}:done.${operation}`) : own, subject.name].filter(Boolean).join(' · ')
  }
  const told = entries.map((entry): TimelineEntry => ({
    id: entry.id,
    at: entry.at,
    who: entry.actor.kind === 'person' ? entry.actor.name : t('history.byItself'),
    what: whatOf(entry),
    // Field by field it is told in the history of what it happened to.
    changes: entry.subject.id === id ? changesOf(entry) : undefined,
  }))
  const more = hasNextPage && (
    <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('history.more')}
    </Button>
  )
  return <Timeline entries={told} more={more} />
}
