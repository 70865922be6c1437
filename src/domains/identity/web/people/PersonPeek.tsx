import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Copy } from '#web/components/Copy.tsx'
import { Facts } from '#web/detail.ts'
import type { Person } from '../words.ts'
import { GrantWords } from './GrantWords.tsx'
import { PersonState } from './PersonState.tsx'
import styles from './PersonPeek.module.css'

export function PersonPeek({ person }: { person: Person }) {
  const { t } = useTranslation('identity')
  return (
    <div className={styles.peek}>
      <h2>{person.name}</h2>
      <Facts
        facts={[
          { label: t('field.email'), value: <Copy text={person.email} /> },
          { label: t('field.phone'), value: person.phone },
          { label: t('field.organisation'), value: person.organisationName ?? t('people.ofHouse') },
          { label: t('field.state'), value: <PersonState state={person.state} /> },
          {
            label: t('field.secondFactor'),
            value: t(person.hasSecondFactor ? 'person.has' : 'person.hasNot'),
          },
          {
            label: t('field.lastSeenAt'),
            value: person.lastSeenAt ? <Ago at={person.lastSeenAt} /> : t('people.never'),
          },
        ]}
      />
      <Facts
        title={t('field.roles')}
        facts={person.grants.map((grant) => ({
          label: grant.roleName,
          value: <GrantWords grant={grant} />,
        }))}
      />
      {person.grants.length === 0 && <p className={styles.none}>{t('grant.none')}</p>}
    </div>
  )
}
