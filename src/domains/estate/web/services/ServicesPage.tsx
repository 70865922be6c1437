import { Button } from '@mantine/core'
import { IconBoxMultiple, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { useServiceBulk } from './bulk.tsx'
import { useServiceColumns, useServiceFilters } from './columns.tsx'
import { NewService } from './ServiceDrawer.tsx'
import { ServicePeek } from './ServicePeek.tsx'

const schema = { new: flag() }

export default function ServicesPage() {
  const { t } = useTranslation('estate')
  const can = useCan()
  const [search, setSearch] = useSearch(schema)
  const bulk = useServiceBulk()
  const create = can('service.write') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('services.create')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('services.title')}
        route="GET /services"
        exports="GET /services/export"
        columns={useServiceColumns()}
        filters={useServiceFilters()}
        views={useMemo(
          () => [{ key: 'high', label: t('services.viewHigh'), search: { level: '4,5', sort: '-level' } }],
          [t],
        )}
        sort="name"
        href={(service) => `/services/${service.id}`}
        peek={(service) => <ServicePeek service={service} />}
        bulk={bulk.actions}
        actions={create}
        empty={{
          icon: IconBoxMultiple,
          title: t('services.empty'),
          text: t('services.emptyWhy'),
          action: create || undefined,
        }}
      />
      {bulk.drawer}
      {search.new && can('service.write') && <NewService close={() => setSearch({ new: false })} />}
    </>
  )
}
