import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { GraphsOf } from '#web/graph/first-range.tsx'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { SlotView } from '#web/slots.tsx'
import { useAssetSlots, useAssetState, useSlotTabs } from '../asset-slots.ts'
import { crumbsOf } from '../crumbs.ts'
import { History } from '../history/History.tsx'
import { ThingActions } from '../ThingActions.tsx'
import type { AssetFull } from '../words.ts'
import { AssetFacts } from './AssetFacts.tsx'
import { AssetOverview } from './AssetOverview.tsx'
import { iconOfKind } from './kind-icons.ts'

export default function AssetPage() {
  const { id } = useParams()
  const query = useApi('GET /assets/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <AssetShown asset={query.data} />
}

function AssetShown({ asset }: { asset: AssetFull }) {
  const { t } = useTranslation('estate')
  const isWriter = useCan()('asset.write')
  const slots = useAssetSlots()
  const state = useAssetState(slots, asset.id)
  const slotTabs = useSlotTabs(slots, asset.id)
  const edit = () => go(`/assets/${asset.id}/edit`)
  const model = [asset.vendor, asset.model].filter(Boolean).join(' ')
  return (
    <GraphsOf since={asset.createdAt}>
      <DetailPage
        crumbs={crumbsOf(t('assets.title'), '/assets', asset.trail)}
        icon={iconOfKind(asset.kind)}
        title={asset.name}
        subtitle={
          <>
            <span>{t(`assetKind.${asset.kind}`)}</span>
            {model && <span>{model}</span>}
            {asset.siteId && <Link href={`/sites/${asset.siteId}`}>{asset.siteName}</Link>}
            {slots.map(
              ({ key, subtitle }) => subtitle && <SlotView key={key} load={subtitle} id={asset.id} isQuiet />,
            )}
          </>
        }
        state={state}
        attention={slots.map(
          ({ key, attention }) => attention && <SlotView key={key} load={attention} id={asset.id} isQuiet />,
        )}
        {...(isWriter ? { edit } : {})}
        actions={
          isWriter && (
            <ThingActions
              noun="assets"
              name={asset.name}
              edit={edit}
              remove={() => api('DELETE /assets/:id', { id: asset.id })}
            />
          )
        }
        tabs={[
          {
            key: 'overview',
            label: t('overview'),
            render: () => <AssetOverview asset={asset} slots={slots} />,
          },
          ...slotTabs.map(({ labelKey, load, ...tab }) => ({
            ...tab,
            label: t(labelKey),
            render: () => <SlotView load={load} id={asset.id} />,
          })),
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /assets/:id/history" id={asset.id} />,
          },
        ]}
        facts={
          <>
            <AssetFacts asset={asset} isWriter={isWriter} />
            {slots.map(
              ({ key, facts }) => facts && <SlotView key={key} load={facts} id={asset.id} isQuiet />,
            )}
          </>
        }
      />
    </GraphsOf>
  )
}
