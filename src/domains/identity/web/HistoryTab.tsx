import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Item } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '#web/detail.ts'
import styles from './words.module.css'

/** What the journal tells of one thing, newest first. */
export function HistoryTab({ subjectId }: { subjectId: string }) {
  const { t, i18n } = useTranslation('identity')
  const query = useInfiniteQuery({
    queryKey: ['GET /journal', subjectId],
    queryFn: ({ pageParam, signal }) =>
      api('GET /journal', { subjectId, limit: 50, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton lines={8} />
  const entries = query.data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <p className={styles.muted}>{t('history.none')}</p>
  const whatOf = ({ operation, detail }: Item<'GET /journal'>) => {
    const key = `identity:operation.${operation.replaceAll(/[.-]/g, '_')}`
    const what = i18n.exists(key) ? t(key) : operation
    if (detail.outcome === 'wrong') return t('history.refused', { what })
    return detail.outcome === 'missing' ? t('history.codeAsked', { what }) : what
  }
  const entryOf = (entry: Item<'GET /journal'>): TimelineEntry => ({
    id: entry.id,
    at: entry.at,
    who: entry.actor.kind === 'person' ? entry.actor.name : undefined,
    what: whatOf(entry),
    changes: Object.entries(entry.changes)
      .filter(([field]) => i18n.exists(`identity:changed.${field}`))
      .map(([field, [before, after]]) => ({
        label: t(`changed.${field}`),
        before: shown(before),
        after: shown(after),
      }))
      .filter(({ before, after }) => before !== after),
  })
  return (
    <Timeline
      entries={entries.map(entryOf)}
      more={
        query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('history.more')}
          </Button>
        )
      }
    />
  )
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((each) => shown(each)).join(', ') || null
  if (typeof value === 'object')
    return String((value as { role?: unknown }).role ?? '') || JSON.stringify(value)
  return String(value)
}
