import { useTranslation } from 'react-i18next'
import { History as Told, type HistoryEntry } from '#web/detail.ts'
import { useDomainWords } from '#web/domain-words.ts'
import { hasBegun, useChanges } from './changes.ts'

type Route = 'GET /sites/:id/history' | 'GET /assets/:id/history' | 'GET /services/:id/history'

/** What happened to one thing of the estate: a tab of its page. */
export function History({ route, id }: { route: Route; id: string }) {
  const { t, i18n } = useTranslation('estate')
  const doneOf = useDomainWords('done')
  const changesOf = useChanges()
  const whatOf = (entry: HistoryEntry) => {
    const { operation, subject } = entry
    // What a domain above did to the thing: it brought it, or changed it.
    const other = t(hasBegun(entry) ? 'history.added' : 'history.changed')
    const own = i18n.exists(`estate:history.${operation}`) ? t(`history.${operation}`) : other
    if (subject.id === id) return own
    // What hangs off the thing says what it is, in the words of its own domain.
    return [doneOf(operation) ?? own, subject.name].filter(Boolean).join(' · ')
  }
  return (
    <Told
      route={route}
      id={id}
      whatOf={whatOf}
      // Field by field it is told in the history of what it happened to.
      changesOf={(entry, names) => (entry.subject.id === id ? changesOf(entry, names) : undefined)}
    />
  )
}
