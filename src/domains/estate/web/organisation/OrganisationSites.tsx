import { IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { List } from '#web/list.ts'
import { useSiteColumns, useSiteFilters } from '../sites/columns.tsx'

/** The sites of an organisation: a tab of its page. */
export default function OrganisationSites({ id }: { id: string }) {
  const { t } = useTranslation('estate')
  return (
    <List
      name={t('sites.title')}
      route="GET /sites"
      exports="GET /sites/export"
      input={{ organisationId: id }}
      columns={useSiteColumns()}
      filters={useSiteFilters()}
      sort="pathName"
      href={(site) => `/sites/${site.id}`}
      empty={{ icon: IconMapPin, title: t('sites.noneHere') }}
    />
  )
}
