import { IconPlug } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { PeekHead } from '../Peek.tsx'
import { useInterfaceColumns, useInterfaceFilters } from './columns.tsx'
import { InterfaceFacts } from './InterfaceFacts.tsx'

export default function InterfacesPage() {
  const { t } = useTranslation('network')
  return (
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
      empty={{ icon: IconPlug, title: t('interfaces.empty'), text: t('interfaces.emptyWhy') }}
    />
  )
}
