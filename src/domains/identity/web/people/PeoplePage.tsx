import { Button } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Tags } from '#web/components/Tags.tsx'
import { ListPage, type Column, type Filter, type View } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan, useMe } from '#web/session.ts'
import type { Person } from '../words.ts'
import { InvitePerson } from './InvitePerson.tsx'
import { PersonPeek } from './PersonPeek.tsx'
import { PersonState } from './PersonState.tsx'

const schema = { new: flag() }

export default function PeoplePage() {
  const { t } = useTranslation('identity')
  const can = useCan()
  const [search, setSearch] = useSearch(schema)
  const invite = () => setSearch({ new: true }, { replace: false })
  const action = can('person.write') ? (
    <Button leftSection={<IconUserPlus size={16} />} onClick={invite}>
      {t('people.invite')}
    </Button>
  ) : undefined
  return (
    <>
      <ListPage
        title={t('people.title')}
        route="GET /people"
        columns={useColumns()}
        filters={useFilters()}
        exports="GET /people/export"
        views={useViews()}
        sort="name"
        href={(person) => `/people/${person.id}`}
        peek={(person) => <PersonPeek person={person} />}
        actions={action}
        empty={{ icon: IconUsers, title: t('people.empty'), text: t('people.emptyWhy'), action }}
      />
      {search.new && can('person.write') && <InvitePerson close={() => setSearch({ new: false })} />}
    </>
  )
}

function useViews(): readonly View[] {
  const { t } = useTranslation('identity')
  return useMemo(
    (): View[] => [
      { key: 'invited', label: t('people.viewInvited'), search: { state: 'invited' } },
      { key: 'unguarded', label: t('people.viewUnguarded'), search: { hasSecondFactor: 'false' } },
      { key: 'disabled', label: t('people.viewDisabled'), search: { state: 'disabled' } },
    ],
    [t],
  )
}

function useColumns(): readonly Column<Person>[] {
  const { t } = useTranslation('identity')
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        cell: (person) => <PersonName name={person.name} />,
        text: (person) => person.name,
        sort: true,
        width: 280,
      },
      {
        key: 'email',
        label: t('field.email'),
        cell: (person) => person.email,
        text: (person) => person.email,
        sort: true,
        width: 225,
        phone: 'below',
      },
      {
        key: 'organisationName',
        label: t('field.organisation'),
        cell: (person) => person.organisationName ?? t('people.ofHouse'),
        text: (person) => person.organisationName,
        sort: true,
        width: 185,
      },
      {
        key: 'roles',
        label: t('field.roles'),
        cell: (person) => <Tags tags={rolesOf(person)} most={2} />,
        text: (person) => rolesOf(person).join(', '),
        width: 170,
      },
      {
        key: 'state',
        label: t('field.state'),
        cell: (person) => <PersonState state={person.state} />,
        text: (person) => t(`personState.${person.state}`),
        sort: true,
        width: 100,
        phone: 'aside',
      },
      {
        key: 'hasSecondFactor',
        label: t('field.secondFactor'),
        cell: (person) => t(person.hasSecondFactor ? 'person.has' : 'person.hasNot'),
        text: (person) => person.hasSecondFactor,
        width: 125,
      },
      {
        key: 'lastSeenAt',
        label: t('field.lastSeenAt'),
        cell: (person) => (person.lastSeenAt ? <Ago at={person.lastSeenAt} /> : t('people.never')),
        text: (person) => person.lastSeenAt,
        sort: true,
        width: 120,
      },
      {
        key: 'phone',
        label: t('field.phone'),
        cell: (person) => person.phone,
        text: (person) => person.phone,
        width: 150,
        isHidden: true,
      },
    ],
    [t],
  )
}

const rolesOf = (person: Person) => [...new Set(person.grants.map(({ roleName }) => roleName))]

function useFilters(): readonly Filter[] {
  const { t } = useTranslation('identity')
  const organisations = useMe()?.organisations
  const { data: roles } = useApi('GET /roles', {})
  return useMemo(
    () => [
      {
        key: 'state',
        label: t('field.state'),
        options: (['active', 'invited', 'disabled'] as const).map((value) => ({
          value,
          label: t(`personState.${value}`),
        })),
      },
      {
        key: 'roleId',
        label: t('field.role'),
        options: (roles?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        key: 'organisationId',
        label: t('field.organisation'),
        options: (organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        key: 'hasSecondFactor',
        label: t('field.secondFactor'),
        isSingle: true,
        options: [
          { value: 'true', label: t('person.has') },
          { value: 'false', label: t('person.hasNot') },
        ],
      },
    ],
    [t, roles, organisations],
  )
}
