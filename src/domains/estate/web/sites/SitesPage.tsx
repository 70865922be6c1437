import { Button } from '@mantine/core'
import { IconFileImport, IconMapPin, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import { viewOf } from '../views.ts'
import type { SiteRow } from '../words.ts'
import { SitePeek } from './SitePeek.tsx'
import { useSiteColumns, useSiteFilters } from './columns.tsx'
import { useSiteBulk } from './bulk.tsx'

const tree = {
  sort: 'pathName',
  level: ({ pathName }: SiteRow) => pathName.split(' › ').length,
  hasBelow: ({ hasBelow }: SiteRow) => hasBelow,
}

export default function SitesPage() {
  const { t } = useTranslation('estate')
  const mayWrite = useCan()('site.write')
  const { actions, drawer } = useSiteBulk()
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go('/sites/new')}>
      {t('sites.create')}
    </Button>
  )
  const bring = mayWrite && (
    <Button
      variant="default"
      visibleFrom="sm"
      leftSection={<IconFileImport size={16} />}
      onClick={() => go('/sites/import')}
    >
      {t('import.do')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('sites.title')}
        route="GET /sites"
        exports="GET /sites/export"
        columns={useSiteColumns()}
        filters={useSiteFilters()}
        views={useMemo(
          () => [
            viewOf('sites', t('sites.viewSites'), { kind: 'site' }),
            viewOf('high', t('sites.viewHigh'), { level: '4,5', sort: '-effectiveLevel' }),
            viewOf('lost', t('sites.viewNotLocated'), { isLocated: 'false' }),
          ],
          [t],
        )}
        sort="pathName"
        tree={tree}
        href={(site) => `/sites/${site.id}`}
        edit={mayWrite ? (site) => go(`/sites/${site.id}/edit`) : undefined}
        peek={(site) => <SitePeek site={site} />}
        bulk={actions}
        actions={
          <>
            {bring}
            {create}
          </>
        }
        empty={{
          icon: IconMapPin,
          title: t('sites.empty'),
          text: t('sites.emptyWhy'),
          action: create || undefined,
        }}
      />
      {drawer}
    </>
  )
}
