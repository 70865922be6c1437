import { Button } from '@mantine/core'
import { IconFileImport, IconPlus, IconServer2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import { AssetPeek } from './AssetPeek.tsx'
import { viewOf } from '../views.ts'
import { useAssetBulk } from './bulk.tsx'
import { useColumns, useFilters } from './columns.tsx'

export default function AssetsPage() {
  const { t } = useTranslation('estate')
  const mayWrite = useCan()('asset.write')
  const { actions, drawer } = useAssetBulk()
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go('/assets/new')}>
      {t('assets.create')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('assets.title')}
        route="GET /assets"
        exports="GET /assets/export"
        columns={useColumns()}
        filters={useFilters()}
        views={useMemo(
          () => [
            viewOf('network', t('assets.viewNetwork'), { kind: 'switch,router,firewall,access-point' }),
            viewOf('servers', t('assets.viewServers'), {
              kind: 'server,virtual-machine,container,hypervisor,storage',
            }),
            viewOf('stock', t('assets.viewStock'), { lifeCycle: 'in-stock' }),
          ],
          [t],
        )}
        sort="name"
        href={(asset) => `/assets/${asset.id}`}
        edit={mayWrite ? (asset) => go(`/assets/${asset.id}/edit`) : undefined}
        peek={(asset) => <AssetPeek asset={asset} />}
        bulk={actions}
        actions={
          mayWrite && (
            <>
              <Button
                variant="default"
                visibleFrom="sm"
                leftSection={<IconFileImport size={16} />}
                onClick={() => go('/assets/import')}
              >
                {t('import.do')}
              </Button>
              {create}
            </>
          )
        }
        empty={{
          icon: IconServer2,
          title: t('assets.empty'),
          text: t('assets.emptyWhy'),
          action: create || undefined,
        }}
      />
      {drawer}
    </>
  )
}
