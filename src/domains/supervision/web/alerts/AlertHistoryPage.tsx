import { Button } from '@mantine/core'
import { IconBell, IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { AlertPeek } from './AlertPeek.tsx'
import { useAlertColumns, useAlertFilters } from './columns.tsx'

const over = { isOpen: 'false' as const }

/** Alerts that are over. */
export default function AlertHistoryPage() {
  const { t } = useTranslation('supervision')
  return (
    <ListPage
      title={t('alerts.history')}
      route="GET /alerts"
      input={over}
      columns={useAlertColumns(true)}
      filters={useAlertFilters()}
      sort="-openedAt"
      href={({ id }) => `/alerts/${id}`}
      peek={(alert) => <AlertPeek key={alert.id} alert={alert} />}
      exports="GET /alerts/export"
      actions={
        <Button variant="default" leftSection={<IconBell size={16} />} onClick={() => go('/alerts')}>
          {t('alerts.open')}
        </Button>
      }
      empty={{ icon: IconHistory, title: t('alerts.historyEmpty'), text: t('alerts.historyEmptyWhy') }}
    />
  )
}
