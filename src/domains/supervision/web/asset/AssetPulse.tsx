import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Section } from '#web/detail.ts'
import { TimeRangeBar } from '#web/graph.ts'
import styles from './graphs.module.css'
import { OwnGraphs } from './OwnGraphs.tsx'
import { ResponseGraphs } from './ResponseGraphs.tsx'

/** On the first tab: whether it answers, and how. */
export default function AssetPulse({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const { data } = useApi('GET /series', { assetId: id, isOwn: 'true' })
  if (!data?.items.some((series) => series.metric === 'ping.rtt')) return null
  return (
    <Section title={t('asset.tab')} aside={<TimeRangeBar />}>
      <div className={styles.graphs}>
        <ResponseGraphs id={id} isSmall />
        <OwnGraphs id={id} isSmall />
      </div>
    </Section>
  )
}
