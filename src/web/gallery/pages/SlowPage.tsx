import { Button } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '../../list.ts'
import { useDeviceColumns, useDeviceFilters } from './device-columns.tsx'

export default function SlowPage() {
  const { t } = useTranslation('gallery')
  return (
    <ListPage
      title={t('nav.devices')}
      route="GET /gallery/slow"
      columns={useDeviceColumns()}
      filters={useDeviceFilters()}
      sort="name"
      empty={{
        icon: IconRadar2,
        title: t('empty.title'),
        text: t('empty.text'),
        action: <Button>{t('empty.action')}</Button>,
      }}
    />
  )
}
