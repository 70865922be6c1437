import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { None } from '#web/components/None.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { ListPage, type Column, type Filter } from '#web/list.ts'
import { EntryPeek } from './EntryPeek.tsx'
import { useOperationWords } from './operation-words.ts'
import { useSubjectWords } from './subject-words.ts'
import { useCan } from '#web/session.ts'
import { VerifyButton } from './VerifyButton.tsx'

type Entry = Item<'GET /journal'>

/** Who did what, when, to what: everything that was ever written, and every sign-in. */
export default function JournalPage() {
  const { t } = useTranslation('audit')
  const words = useOperationWords()
  const subjectOf = useSubjectWords()
  const columns = useMemo<Column<Entry>[]>(
    () => [
      {
        key: 'operation',
        label: t('column.operation'),
        cell: (entry) => words.operation(entry),
        text: (entry) => entry.operation,
        sort: true,
        width: 290,
      },
      {
        key: 'subject',
        label: t('column.subject'),
        cell: (entry) => subjectOf(entry) || <None />,
        text: subjectOf,
        grow: true,
        phone: 'below',
      },
      {
        key: 'actor',
        label: t('column.actor'),
        cell: (entry) =>
          entry.actor.kind === 'person' ? (
            <PersonName name={entry.actor.name} />
          ) : entry.actor.kind === 'system' ? (
            words.machine(entry.actor.name)
          ) : (
            t('actorKind.anonymous')
          ),
        text: (entry) => entry.actor.name,
        sort: true,
        width: 200,
        phone: 'below',
      },
      {
        key: 'address',
        label: t('column.address'),
        cell: (entry) => <Mono>{entry.address || '—'}</Mono>,
        text: (entry) => entry.address,
        width: 150,
      },
      {
        key: 'at',
        label: t('column.at'),
        cell: (entry) => <Ago at={entry.at} />,
        text: (entry) => entry.at,
        sort: true,
        width: 140,
        align: 'right',
        phone: 'aside',
      },
    ],
    [t, words, subjectOf],
  )
  const can = useCan()
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'actorKind',
        label: t('filter.actorKind'),
        options: (['person', 'system', 'anonymous'] as const).map((value) => ({
          value,
          label: t(`actorKind.${value}`),
        })),
      },
      { key: 'subjectType', label: t('filter.subjectType'), options: words.subjectTypes },
      {
        key: 'outcome',
        label: t('filter.outcome'),
        isSingle: true,
        options: (['done', 'refused'] as const).map((value) => ({ value, label: t(`outcome.${value}`) })),
      },
    ],
    [t, words],
  )
  return (
    <ListPage
      title={t('journal.title')}
      route="GET /journal"
      columns={columns}
      filters={filters}
      sort="-at"
      peek={(entry) => <EntryPeek entry={entry} />}
      empty={{ title: t('journal.empty'), text: t('journal.emptyWhy') }}
      actions={can('audit.read', 'everything') && <VerifyButton />}
    />
  )
}
