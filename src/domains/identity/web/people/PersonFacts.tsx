import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Copy } from '#web/components/Copy.tsx'
import { Link } from '#web/components/Link.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import type { Person } from '../words.ts'
import { PersonState } from './PersonState.tsx'

export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const mayWrite = useCan()('person.write')
  const { id, version } = person
  const save = async (change: { phone?: string; language?: 'fr' | 'en' }) => {
    await api('PATCH /people/:id', { id, ...change }, { ifMatch: version })
    await refetch(['GET /people/:id', 'GET /people'])
  }
  return (
    <>
      <Facts
        facts={[
          { label: t('field.email'), value: <Copy text={person.email} /> },
          {
            label: t('field.phone'),
            value: person.phone,
            edit: mayWrite ? { value: person.phone, save: (phone) => save({ phone }) } : undefined,
          },
          {
            label: t('field.organisation'),
            value: person.organisationId ? (
              <Link href={`/organisations/${person.organisationId}`}>{person.organisationName}</Link>
            ) : (
              t('people.ofHouse')
            ),
          },
          {
            label: t('field.language'),
            value: person.language === 'fr' ? 'Français' : 'English',
            edit: mayWrite
              ? {
                  value: person.language,
                  choices: [
                    { value: 'fr', label: 'Français' },
                    { value: 'en', label: 'English' },
                  ],
                  save: (language) => save({ language: language === 'en' ? 'en' : 'fr' }),
                }
              : undefined,
          },
        ]}
      />
      <Facts
        title={t('person.account')}
        facts={[
          { label: t('field.state'), value: <PersonState state={person.state} /> },
          {
            label: t('field.secondFactor'),
            value: t(person.hasSecondFactor ? 'person.has' : 'person.hasNot'),
          },
          {
            label: t('field.lastSeenAt'),
            value: person.lastSeenAt ? <Ago at={person.lastSeenAt} /> : t('people.never'),
          },
          { label: t('field.createdAt'), value: format.date(person.createdAt) },
        ]}
      />
    </>
  )
}
