import { Button } from '@mantine/core'
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { ListPage, type Column } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import type { Organisation } from '../words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const schema = { new: flag() }

export default function OrganisationsPage() {
  const { t } = useTranslation('identity')
  const can = useCan()
  const mayCreate = can('organisation.write', 'everything')
  const [search, setSearch] = useSearch(schema)
  const action = mayCreate ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('organisations.create')}
    </Button>
  ) : undefined
  return (
    <>
      <ListPage
        title={t('organisations.title')}
        route="GET /organisations"
        exports="GET /organisations/export"
        columns={useColumns()}
        sort="name"
        href={(organisation) => `/organisations/${organisation.id}`}
        actions={action}
        empty={{
          icon: IconBuildingCommunity,
          title: t('organisations.empty'),
          text: t('organisations.emptyWhy'),
          action,
        }}
      />
      {search.new && mayCreate && (
        <OrganisationForm organisation={undefined} close={() => setSearch({ new: false })} />
      )}
    </>
  )
}

function useColumns(): readonly Column<Organisation>[] {
  const { t } = useTranslation('identity')
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        cell: (organisation) => organisation.name,
        text: (organisation) => organisation.name,
        sort: true,
        width: 320,
      },
      {
        key: 'notes',
        label: t('field.notes'),
        cell: (organisation) => organisation.notes.split('\n')[0],
        text: (organisation) => organisation.notes,
        width: 420,
        grow: true,
        phone: 'below',
      },
      {
        key: 'createdAt',
        label: t('field.createdAt'),
        cell: (organisation) => <Ago at={organisation.createdAt} />,
        text: (organisation) => organisation.createdAt,
        sort: true,
        width: 150,
      },
    ],
    [t],
  )
}
