import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { ListPage, type Column } from '#web/list.ts'
import { flag, text, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import type { CredentialRow } from '../words.ts'
import { EditCredential, NewCredential } from './CredentialDrawer.tsx'
import { CredentialPeek } from './CredentialPeek.tsx'
import { methodOf } from './method.ts'

const schema = { new: flag(), edit: text() }

export default function CredentialsPage() {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [search, setSearch] = useSearch(schema)
  const all = useApi('GET /credentials', { limit: 500 }, { enabled: search.edit !== '' })
  const edited = all.data?.items.find(({ id }) => id === search.edit)
  const columns = useMemo<Column<CredentialRow>[]>(
    () => [
      {
        key: 'name',
        label: t('credential.name'),
        cell: (row) => row.name,
        text: (row) => row.name,
        sort: true,
      },
      {
        key: 'method',
        label: t('credential.method'),
        cell: (row) => methodOf(t, row),
        text: (row) => methodOf(t, row),
        width: 300,
        phone: 'below',
      },
      {
        key: 'assets',
        label: t('credential.assets'),
        cell: (row) => row.assets,
        text: (row) => row.assets,
        align: 'right',
        width: 130,
        phone: 'aside',
      },
      {
        key: 'position',
        label: t('credential.position'),
        cell: (row) => row.position,
        text: (row) => row.position,
        sort: true,
        align: 'right',
        width: 100,
      },
      {
        key: 'updatedAt',
        label: t('updatedAt'),
        cell: (row) => <Ago at={row.updatedAt} />,
        text: (row) => row.updatedAt,
        sort: true,
        width: 160,
      },
    ],
    [t],
  )
  const create = can('credential.write') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('credentials.create')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('credentials.title')}
        route="GET /credentials"
        exports="GET /credentials/export"
        columns={columns}
        sort="position"
        href={({ id }) => `/credentials/${id}`}
        peek={(row) => <CredentialPeek credential={row} edit={() => setSearch({ edit: row.id })} />}
        actions={create}
        empty={{
          icon: IconKey,
          title: t('credentials.empty'),
          text: t('credentials.emptyWhy'),
          action: create || undefined,
        }}
      />
      {search.new && can('credential.write') && <NewCredential close={() => setSearch({ new: false })} />}
      {edited && can('credential.write') && (
        <EditCredential key={edited.id} credential={edited} close={() => setSearch({ edit: '' })} />
      )}
    </>
  )
}
