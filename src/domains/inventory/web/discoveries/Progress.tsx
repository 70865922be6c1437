import { Button } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import type { DiscoveryRow } from '../words.ts'
import { DiscoveryState } from './DiscoveryState.tsx'
import styles from './Progress.module.css'

/** How far a discovery is, live; it can be stopped as long as it runs. */
export function Progress({ discovery }: { discovery: DiscoveryRow }) {
  const { t } = useTranslation('inventory')
  const format = useFormat()
  const can = useCan()
  const stop = useApiMutation('POST /discoveries/:id/stop', { refetches: ['GET /discoveries/:id'] })
  const { id, state, total, asked, answered, identified, error, report } = discovery
  const isOpen = state === 'waiting' || state === 'running'
  const share = total === 0 ? 0 : asked / total
  return (
    <section className={styles.progress} aria-label={t('discovery.progress')}>
      <div className={styles.line}>
        <p className={styles.state} role="status">
          <DiscoveryState state={state} />
        </p>
        <dl>
          <Count label={t('discovery.asked')} value={`${format.number(asked)} / ${format.number(total)}`} />
          <Count label={t('discovery.answered')} value={format.number(answered)} />
          <Count label={t('discovery.identified')} value={format.number(identified)} />
        </dl>
        {isOpen && can('discovery.run') && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlayerStop size={14} />}
            loading={stop.isPending}
            onClick={() => stop.mutate({ id })}
          >
            {t('discovery.stop')}
          </Button>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={t('discovery.asked')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={asked}
        className={styles.bar}
        data-cut={(!isOpen && state !== 'done') || undefined}
      >
        <div style={{ transform: `scaleX(${state === 'done' ? 1 : share})` }} />
      </div>
      {state === 'failed' && (
        <p role="alert" className={styles.fault}>
          {t('discovery.failedWhy', { error: error ?? '' })}
        </p>
      )}
      {report.skipped.length > 0 && (
        <p role="alert" className={styles.fault}>
          {t('discovery.skipped', { addresses: format.list(report.skipped) })}
        </p>
      )}
    </section>
  )
}

function Count({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
