import { IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PeekNotes } from '../PeekHead.tsx'
import type { SiteFull } from '../words.ts'
import { Contacts } from './Contacts.tsx'
import { LevelPeriods } from './LevelPeriods.tsx'
import { SiteMap } from './SiteMap.tsx'

/** Where the site is, when its level is raised, whom to call. */
export function SiteOverview({ site, raise }: { site: SiteFull; raise: (() => void) | undefined }) {
  const { t } = useTranslation('estate')
  const periods = useApi('GET /sites/:siteId/level-periods', { siteId: site.id }).data?.items ?? []
  const isLocated = site.latitude !== null && site.longitude !== null
  return (
    <>
      {isLocated && <SiteMap site={site} />}
      <LevelPeriods periods={periods} site={site} raise={raise} />
      <Contacts contacts={site.contacts} />
      <PeekNotes text={site.notes} />
      {!isLocated && periods.length === 0 && site.contacts.length === 0 && site.notes === '' && (
        <EmptyState icon={IconMapPin} title={t('sites.bare')}>
          {t('sites.bareWhy')}
        </EmptyState>
      )}
    </>
  )
}
