import { useTranslation } from 'react-i18next'
import { ListPage } from '../../list.ts'
import { useDeviceColumns } from './device-columns.tsx'
import { DevicePeek } from './DevicePeek.tsx'

const wrong = { state: ['critical', 'warning', 'unknown'] }

export default function AlertsPage() {
  const { t } = useTranslation('gallery')
  return (
    <ListPage
      title={t('nav.alerts')}
      route="GET /gallery/devices"
      input={wrong}
      columns={useDeviceColumns()}
      sort="state"
      href={(device) => `/devices/${device.id}`}
      peek={(device) => <DevicePeek device={device} />}
      empty={{ title: t('empty.title') }}
    />
  )
}
