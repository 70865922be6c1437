import { useTranslation } from 'react-i18next'
import { IconMapPin } from '@tabler/icons-react'
import { List } from '#web/list.ts'
import type { SiteFull } from '../words.ts'
import { useSiteColumns, useSiteFilters } from './columns.tsx'

/** The part of the tree under a site: a tab of its page. */
export function SitesBelow({ site }: { site: SiteFull }) {
  const { t } = useTranslation('estate')
  return (
    <List
      name={t('sites.below')}
      route="GET /sites"
      exports="GET /sites/export"
      input={{ below: site.id }}
      columns={useSiteColumns()}
      filters={useSiteFilters().filter(({ key }) => key !== 'under')}
      sort="pathName"
      href={({ id }) => `/sites/${id}`}
      empty={{ icon: IconMapPin, title: t('sites.noneBelow') }}
    />
  )
}
