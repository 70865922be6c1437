import { Button } from '@mantine/core'
import { IconBell, IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { AlertPeek } from './AlertPeek.tsx'
import { useAlertColumns, useAlertFilters } from './columns.tsx'
import { useAlertBulk } from './use-bulk.ts'

const open = { isOpen: 'true' as const }

/** What is wrong now. What is over is behind the button. */
export default function AlertsPage() {
  const { t } = useTranslation('supervision')
  const views = useMemo(
    () => [
      { key: 'todo', label: t('alerts.toAcknowledge'), search: { isAcknowledged: 'false' } },
      { key: 'held', label: t('alerts.acknowledged'), search: { isAcknowledged: 'true' } },
    ],
    [t],
  )
  return (
    <ListPage
      title={t('alerts.title')}
      route="GET /alerts"
      input={open}
      columns={useAlertColumns(false)}
      filters={useAlertFilters()}
      views={views}
      sort="-level"
      href={({ id }) => `/alerts/${id}`}
      peek={(alert) => <AlertPeek key={alert.id} alert={alert} />}
      bulk={useAlertBulk()}
      exports="GET /alerts/export"
      actions={
        <Button
          variant="default"
          leftSection={<IconHistory size={16} />}
          onClick={() => go('/alerts/history')}
        >
          {t('alerts.history')}
        </Button>
      }
      empty={{ icon: IconBell, title: t('alerts.empty'), text: t('alerts.emptyWhy') }}
    />
  )
}
