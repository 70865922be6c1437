import { Button } from '@mantine/core'
import { IconCheck, IconPlus, IconTag, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../components/toast.ts'
import { ListPage } from '../../list.ts'
import { flag, useSearch } from '../../search.ts'
import { useDeviceColumns, useDeviceFilters } from './device-columns.tsx'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { DevicePeek } from './DevicePeek.tsx'

const schema = { new: flag() }

export default function DevicesPage() {
  const { t } = useTranslation('gallery')
  const [{ new: isNew }, setSearch] = useSearch(schema)
  return (
    <>
      <ListPage
        title={t('nav.devices')}
        route="GET /gallery/devices"
        columns={useDeviceColumns()}
        filters={useDeviceFilters()}
        views={[
          {
            key: 'wrong',
            label: t('views.wrong'),
            search: { state: 'critical,warning,unknown', sort: 'state' },
          },
          { key: 'routers', label: t('views.routers'), search: { kind: 'router' } },
        ]}
        sort="name"
        href={(device) => `/devices/${device.id}`}
        peek={(device) => <DevicePeek device={device} />}
        bulk={[
          {
            key: 'acknowledge',
            label: t('device.acknowledge'),
            icon: IconCheck,
            shortcut: 'a',
            run: (rows, clear) => {
              clear()
              toast({ message: t('device.acknowledged', { count: rows.length }), undo: () => {} })
            },
          },
          { key: 'tag', label: t('device.tag'), icon: IconTag, run: (_rows, clear) => clear() },
          {
            key: 'delete',
            label: t('device.delete'),
            icon: IconTrash,
            isDanger: true,
            run: (_rows, clear) => clear(),
          },
        ]}
        empty={{ title: t('empty.title') }}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true })}>
            {t('device.new')}
          </Button>
        }
      />
      <DeviceDrawer isOpen={isNew} onClose={() => setSearch({ new: false })} />
    </>
  )
}
