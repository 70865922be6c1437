import { Button } from '@mantine/core'
import { IconPlug, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { useBulk } from '../forms/use-bulk.tsx'
import { PeekHead } from '../Peek.tsx'
import { useWords } from '../words.ts'
import { useInterfaceColumns, useInterfaceFilters } from './columns.tsx'
import { InterfaceFacts } from './InterfaceFacts.tsx'
import { NewInterface } from './InterfaceDrawer.tsx'

const schema = { new: flag() }

export default function InterfacesPage() {
  const { t } = useTranslation('network')
  const words = useWords()
  const isWriter = useCan()('interface.write')
  const [search, setSearch] = useSearch(schema)
  const bulk = useBulk('POST /interfaces/bulk', 'interface.write', [
    { field: 'kind', label: t('interface.kind'), choices: words.interfaceKinds },
    { field: 'vlan', label: t('interface.vlan'), isNumber: true },
  ])
  const create = isWriter && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('interfaces.create')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('interfaces.title')}
        route="GET /interfaces"
        exports="GET /interfaces/export"
        columns={useInterfaceColumns()}
        filters={useInterfaceFilters()}
        sort="assetName"
        href={(row) => `/interfaces/${row.id}`}
        peek={(row) => (
          <>
            <PeekHead name={row.name}>{[row.assetName, row.alias].filter(Boolean).join(' · ')}</PeekHead>
            <InterfaceFacts of={row} />
          </>
        )}
        bulk={bulk.actions}
        actions={create}
        empty={{
          icon: IconPlug,
          title: t('interfaces.empty'),
          text: t('interfaces.emptyWhy'),
          action: create || undefined,
        }}
      />
      {search.new && isWriter && <NewInterface close={() => setSearch({ new: false })} />}
      {bulk.drawer}
    </>
  )
}
