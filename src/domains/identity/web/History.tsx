import { useTranslation } from 'react-i18next'
import { History as Told, type HistoryEntry, type Names } from '#web/detail.ts'
import { useDomainWords, useRefusalWords } from '#web/domain-words.ts'

type Route = 'GET /people/:id/history' | 'GET /organisations/:id/history' | 'GET /roles/:id/history'

/** What happened to a person, an organisation or a role: a tab of its page. */
export function History({ route, id }: { route: Route; id: string }) {
  const { t, i18n } = useTranslation('identity')
  const doneOf = useDomainWords('done')
  const shown = useShown()
  const refusedOf = useRefusalWords()
  const whatOf = ({ operation, refusal }: HistoryEntry) =>
    refusal ? refusedOf(operation, refusal) : (doneOf(operation) ?? t('history.changed'))
  const changesOf = ({ changes }: HistoryEntry, names: Names) => {
    // A thing that began says so without its fields.
    if ('id' in changes) return undefined
    return Object.entries(changes)
      .filter(([field]) => i18n.exists(`identity:changed.${field}`))
      .map(([field, [before, after]]) => ({
        label: t(`changed.${field}`),
        before: shown(field, before, names),
        after: shown(field, after, names),
      }))
      .filter(({ before, after }) => before !== after)
  }
  return <Told route={route} id={id} whatOf={whatOf} changesOf={changesOf} />
}

interface GrantSaid {
  role: string
  organisationId: string | null
  placeId: string | null
}

/** A value as people say it: a role with what it is held over, a right by its name. */
function useShown() {
  const { t } = useTranslation('identity')
  const rightOf = useDomainWords('right')
  function over({ organisationId, placeId }: GrantSaid, names: Names): string {
    if (organisationId === null) return t('grant.everything')
    const organisation = names[organisationId] ?? t('history.gone')
    return placeId ? t('grant.somePlace', { organisation }) : organisation
  }
  return (field: string, value: unknown, names: Names): string | null => {
    if (value === null || value === undefined || value === '') return null
    if (field === 'grants' && Array.isArray(value))
      return value.map((grant: GrantSaid) => `${grant.role} (${over(grant, names)})`).join(', ') || null
    if (field === 'rights' && Array.isArray(value))
      return value.map((right: string) => rightOf(right) ?? right).join(', ') || null
    if (field === 'organisation_id') return names[String(value)] ?? t('history.gone')
    return field === 'state' ? t(`personState.${String(value)}`) : String(value)
  }
}
