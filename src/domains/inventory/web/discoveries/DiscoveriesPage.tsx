import { Button } from '@mantine/core'
import { IconListCheck, IconRadar2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useFormat } from '#web/format.ts'
import { ListPage, type Column } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { discoveryStates } from '../../contract/words.ts'
import type { DiscoveryRow } from '../words.ts'
import { DiscoveryState } from './DiscoveryState.tsx'
import { StartDiscovery } from './StartDiscovery.tsx'
import { useDeleteDiscoveries } from './use-delete.tsx'

const schema = { new: flag() }

export default function DiscoveriesPage() {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [search, setSearch] = useSearch(schema)
  const remove = useDeleteDiscoveries()
  const start = can('discovery.run') && (
    <Button
      leftSection={<IconRadar2 size={16} />}
      onClick={() => setSearch({ new: true }, { replace: false })}
    >
      {t('discoveries.start')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('discoveries.title')}
        route="GET /discoveries"
        exports="GET /discoveries/export"
        columns={useColumns()}
        filters={useMemo(
          () => [
            {
              key: 'state',
              label: t('discovery.state'),
              options: discoveryStates.map((value) => ({ value, label: t(`discoveryState.${value}`) })),
            },
          ],
          [t],
        )}
        sort="-createdAt"
        href={({ id }) => `/discoveries/${id}`}
        bulk={[remove.action]}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconListCheck size={16} />}
              onClick={() => go('/proposals?state=open')}
            >
              {t('proposals.title')}
            </Button>
            {start}
          </>
        }
        empty={{
          icon: IconRadar2,
          title: t('discoveries.empty'),
          text: t('discoveries.emptyWhy'),
          action: start || undefined,
        }}
      />
      {remove.dialog}
      {search.new && can('discovery.run') && <StartDiscovery close={() => setSearch({ new: false })} />}
    </>
  )
}

function useColumns(): Column<DiscoveryRow>[] {
  const { t } = useTranslation('inventory')
  const format = useFormat()
  return useMemo(() => {
    const count = (key: 'answered' | 'identified' | 'total'): Column<DiscoveryRow> => ({
      key,
      label: t(`discovery.${key}`),
      cell: (row) => format.number(row[key]),
      text: (row) => row[key],
      align: 'right',
      width: 120,
    })
    return [
      {
        key: 'prefix',
        label: t('discovery.prefix'),
        cell: ({ prefix }) => <Mono>{prefix}</Mono>,
        text: ({ prefix }) => prefix,
        sort: true,
      },
      {
        key: 'state',
        label: t('discovery.state'),
        cell: ({ state }) => <DiscoveryState state={state} />,
        text: ({ state }) => t(`discoveryState.${state}`),
        sort: true,
        width: 160,
        phone: 'aside',
      },
      count('total'),
      count('answered'),
      count('identified'),
      {
        key: 'new',
        label: t('discovery.new'),
        cell: ({ report }) => format.number(report.new),
        text: ({ report }) => report.new,
        align: 'right',
        width: 110,
      },
      {
        key: 'changed',
        label: t('discovery.changed'),
        cell: ({ report }) => format.number(report.changed),
        text: ({ report }) => report.changed,
        align: 'right',
        width: 110,
      },
      {
        key: 'createdAt',
        label: t('discovery.createdAt'),
        cell: (row) => <Ago at={row.createdAt} />,
        text: (row) => row.createdAt,
        sort: true,
        width: 160,
        phone: 'below',
      },
    ]
  }, [t, format])
}
