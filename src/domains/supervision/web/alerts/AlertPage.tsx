import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { DetailPage, DetailWaiting, Section } from '#web/detail.ts'
import { useParams } from '#web/params.ts'
import { capital, useAlertWords, type AlertItem } from '../words.ts'
import { AlertActs } from './AlertActs.tsx'
import { AlertFacts } from './AlertFacts.tsx'
import { AlertGraph } from './AlertGraph.tsx'
import { AlertTimeline } from './AlertTimeline.tsx'

export default function AlertPage() {
  const { id } = useParams()
  const query = useApi('GET /alerts/:id', { id })
  return query.data ? <Shown key={id} alert={query.data} /> : <DetailWaiting query={query} />
}

/** One alert: what is wrong and where, what was measured around it, all that became of it. */
function Shown({ alert }: { alert: AlertItem }) {
  const { t } = useTranslation('supervision')
  const words = useAlertWords()
  const { assetId, assetName, siteId, siteName, closedAt } = alert
  const isOpen = closedAt === null
  const list = isOpen
    ? { label: t('alerts.title'), href: '/alerts' }
    : { label: t('alerts.history'), href: '/alerts/history' }
  return (
    <DetailPage
      crumbs={[list]}
      icon={IconBell}
      title={capital(words.sentence(alert))}
      subtitle={
        <>
          {alert.isAssetGone ? (
            <span>{assetName}</span>
          ) : (
            <Link href={`/assets/${assetId}`}>{assetName}</Link>
          )}
          {siteId && <Link href={`/sites/${siteId}`}>{siteName}</Link>}
        </>
      }
      state={
        isOpen
          ? {
              name: alert.state,
              since: alert.openedAt,
              acknowledgedBy: alert.isAcknowledged ? (alert.acknowledgedBy ?? undefined) : undefined,
            }
          : { name: 'ok', since: closedAt }
      }
      tabs={[
        {
          key: 'overview',
          label: t('alerts.overview'),
          render: () => (
            <>
              <AlertActs alert={alert} />
              {!alert.isAssetGone && <AlertGraph alert={alert} />}
              <Section title={t('alerts.happened')}>
                <AlertTimeline alert={alert} />
              </Section>
            </>
          ),
        },
      ]}
      facts={<AlertFacts alert={alert} isWhole />}
    />
  )
}
