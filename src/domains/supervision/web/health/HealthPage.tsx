import { IconHeartRateMonitor } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Attention, Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { Figure, NowPage } from '#web/now.ts'
import { TroubledTable } from './TroubledTable.tsx'
import { WorkerTable } from './WorkerTable.tsx'

export type Health = Output<'GET /supervision/health'>

/** Workers tell of themselves every ten seconds. */
const readEveryMs = 10_000

/** How supervision itself fares: what is late, waits or is refused, and which devices answer badly. */
export default function HealthPage() {
  const { t } = useTranslation('supervision')
  const query = useApi('GET /supervision/health', {}, { everyMs: readEveryMs })
  const health = query.data
  return (
    <NowPage title={t('health.title')} figures={health && <Figures health={health} />}>
      {query.error && !health ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !health ? (
        <Skeleton lines={8} />
      ) : health.workers.length === 0 ? (
        <EmptyState icon={IconHeartRateMonitor} title={t('health.noWorker')}>
          {t('health.noWorkerWhy')}
        </EmptyState>
      ) : (
        <Parts health={health} />
      )}
    </NowPage>
  )
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

function Figures({ health }: { health: Health }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const { workers, resting, disabled } = health
  const rests = sum(Object.values(resting))
  const latestMs = Math.max(0, ...workers.map((worker) => worker.latestMs))
  return (
    <>
      <Figure
        value={sum(workers.map((worker) => worker.checks))}
        label={t('health.checks')}
        href="/checks?isEnabled=true&isResting=false"
        detail={`${t('health.late')} ${format.duration(latestMs)}`}
      />
      <Figure value={sum(workers.map((worker) => worker.valuesWaiting))} label={t('health.waiting')} />
      <Figure
        value={sum(workers.map((worker) => worker.valuesLost))}
        label={t('health.lost')}
        state="critical"
      />
      <Figure value={health.unheld} label={t('health.unheld')} state="warning" />
      <Figure value={rests} label={t('health.resting')} href="/checks?isResting=true" />
      <Figure value={disabled} label={t('health.disabled')} href="/checks?isEnabled=false" />
    </>
  )
}

function Parts({ health }: { health: Health }) {
  const { t } = useTranslation('supervision')
  const ways = [...new Set(health.workers.map((worker) => worker.pings.way))].filter(
    (way) => way === 'ping' || way === 'none',
  )
  const faults = health.workers.flatMap((worker) => worker.pings.fault ?? [])
  return (
    <>
      {ways.map((way) => (
        <Attention key={way} state={way === 'none' ? 'critical' : 'warning'}>
          {t(`health.way.${way}`)}
        </Attention>
      ))}
      {faults.map((why) => (
        <Attention key={why} state="warning">
          {t('health.pingFault', { why })}
        </Attention>
      ))}
      <Section title={t('health.workers')}>
        <WorkerTable workers={health.workers} />
      </Section>
      <Section
        title={t('health.troubled')}
        aside={<Link href="/checks?template=snmp-basics">{t('checks.title')}</Link>}
      >
        {health.troubled.length === 0 ? (
          <p>{t('health.noneTroubled')}</p>
        ) : (
          <TroubledTable devices={health.troubled} />
        )}
      </Section>
    </>
  )
}
