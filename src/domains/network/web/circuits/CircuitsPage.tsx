import { Button } from '@mantine/core'
import { IconPlus, IconTopologyStar3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import { useBulk } from '../forms/use-bulk.tsx'
import { useWords } from '../words.ts'
import { CircuitPeek } from './CircuitPeek.tsx'
import { useCircuitColumns, useCircuitFilters } from './columns.tsx'

export default function CircuitsPage() {
  const { t } = useTranslation('network')
  const words = useWords()
  const mayWrite = useCan()('circuit.write')
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go('/circuits/new')}>
      {t('circuits.create')}
    </Button>
  )
  const bulk = useBulk('POST /circuits/bulk', 'circuit.write', [
    { field: 'operator', label: t('circuit.operator') },
    { field: 'technology', label: t('circuit.technology'), choices: words.technologies },
    { field: 'contract', label: t('circuit.contract') },
    { field: 'supportPhone', label: t('circuit.supportPhone') },
    { field: 'supportEmail', label: t('circuit.supportEmail') },
    { field: 'targetToRestoreMinutes', label: t('circuit.target'), isNumber: true },
  ])
  return (
    <>
      <ListPage
        title={t('circuits.title')}
        route="GET /circuits"
        exports="GET /circuits/export"
        columns={useCircuitColumns()}
        filters={useCircuitFilters()}
        sort="name"
        href={(circuit) => `/circuits/${circuit.id}`}
        edit={mayWrite ? (circuit) => go(`/circuits/${circuit.id}/edit`) : undefined}
        peek={(circuit) => <CircuitPeek circuit={circuit} />}
        bulk={bulk.actions}
        actions={create}
        empty={{
          icon: IconTopologyStar3,
          title: t('circuits.empty'),
          text: t('circuits.emptyWhy'),
          action: create || undefined,
        }}
      />
      {bulk.drawer}
    </>
  )
}
