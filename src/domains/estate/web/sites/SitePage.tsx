import { Menu } from '@mantine/core'
import { IconFlag3, IconMapPin, IconPlus, IconServer2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { SlotView, useSlots } from '#web/slots.tsx'
import { useSlotTabs } from '../asset-slots.ts'
import { AssetList } from '../assets/AssetList.tsx'
import { crumbsOf } from '../crumbs.ts'
import { History } from '../history/History.tsx'
import { ThingActions } from '../ThingActions.tsx'
import type { SiteFull } from '../words.ts'
import { addressOf } from './address.ts'
import { RaiseLevel } from './RaiseLevel.tsx'
import { SiteFacts } from './SiteFacts.tsx'
import { SiteOverview } from './SiteOverview.tsx'
import { SitesBelow } from './SitesBelow.tsx'

export default function SitePage() {
  const { id } = useParams()
  const query = useApi('GET /sites/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <SiteShown site={query.data} />
}

function SiteShown({ site }: { site: SiteFull }) {
  const { t } = useTranslation('estate')
  const can = useCan()
  const slots = useSlots('site')
  const slotTabs = useSlotTabs(slots, site.id)
  const [isRaising, setIsRaising] = useState(false)
  const assets = useApi('GET /assets', { under: site.id, limit: 1 }, { enabled: can('asset.read') }).data
  const below = useApi('GET /sites', { below: site.id, limit: 1 }).data
  const edit = () => go(`/sites/${site.id}/edit`)
  const isWriter = can('site.write')
  return (
    <>
      <DetailPage
        crumbs={crumbsOf(t('sites.title'), '/sites', site.trail.slice(0, -1))}
        icon={IconMapPin}
        title={site.name}
        subtitle={[t(`siteKind.${site.kind}`), addressOf(site)].filter(Boolean).join(' · ')}
        state={slots.map((slot) => slot.useState?.(site.id)).find((state) => state !== undefined)}
        attention={slots.map(
          ({ key, attention }) => attention && <SlotView key={key} load={attention} id={site.id} isQuiet />,
        )}
        {...(isWriter ? { edit } : {})}
        actions={
          isWriter && (
            <ThingActions
              noun="sites"
              name={site.name}
              edit={edit}
              remove={() => api('DELETE /sites/:id', { id: site.id })}
            >
              <Menu.Item leftSection={<IconFlag3 size={16} />} onClick={() => setIsRaising(true)}>
                {t('period.raise')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPlus size={16} />}
                onClick={() => go(`/sites/new?parentId=${site.id}`)}
              >
                {t('sites.createBelow')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconServer2 size={16} />}
                onClick={() => go(`/assets/new?siteId=${site.id}`)}
              >
                {t('assets.create')}
              </Menu.Item>
            </ThingActions>
          )
        }
        tabs={[
          {
            key: 'overview',
            label: t('overview'),
            render: () => (
              <>
                <SiteOverview site={site} raise={isWriter ? () => setIsRaising(true) : undefined} />
                {slots.map(
                  ({ key, section }) => section && <SlotView key={key} load={section} id={site.id} />,
                )}
              </>
            ),
          },
          ...slotTabs.map(({ labelKey, load, ...tab }) => ({
            ...tab,
            label: t(labelKey),
            render: () => <SlotView load={load} id={site.id} />,
          })),
          ...(can('asset.read')
            ? [
                {
                  key: 'assets',
                  label: t('assets.title'),
                  count: assets?.total,
                  fills: true,
                  render: () => <AssetList name={t('assets.title')} input={{ under: site.id }} isOfSite />,
                },
              ]
            : []),
          {
            key: 'sites',
            label: t('sites.below'),
            count: below?.total,
            fills: true,
            render: () => <SitesBelow site={site} />,
          },
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /sites/:id/history" id={site.id} />,
          },
        ]}
        facts={
          <>
            <SiteFacts site={site} isWriter={isWriter} />
            {slots.map(({ key, facts }) => facts && <SlotView key={key} load={facts} id={site.id} isQuiet />)}
          </>
        }
      />
      {isRaising && <RaiseLevel site={site} close={() => setIsRaising(false)} />}
    </>
  )
}
