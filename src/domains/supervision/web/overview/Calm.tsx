import { Button } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { StateShape } from '#web/components/StateShape.tsx'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import styles from './Calm.module.css'

interface AllWellProps {
  supervised: number
  /** What came back and has not said all of itself yet: not well, and nobody's work. */
  unreachable: number
  isHeld: boolean
}

/** Nothing needs anybody: said quietly. */
export function AllWell({ supervised, unreachable, isHeld }: AllWellProps) {
  const { t } = useTranslation('supervision')
  if (!isHeld && unreachable > 0)
    return (
      <div className={styles.well}>
        <StateShape state="unreachable" size={16} />
        <div>
          <p className={styles.title}>{t('overview.returning', { count: unreachable })}</p>
          <p>{t('overview.returningWhy')}</p>
        </div>
      </div>
    )
  return (
    <div className={styles.well}>
      <StateShape state="ok" size={16} />
      <div>
        <p className={styles.title}>{t('overview.allWell')}</p>
        <p>{isHeld ? t('overview.heldWell') : t('overview.allWellWhy', { count: supervised })}</p>
      </div>
    </div>
  )
}

/** Before the first device: where to begin. */
export function NothingYet({ unsupervised }: { unsupervised: number }) {
  const { t } = useTranslation('supervision')
  const can = useCan()
  // Who may not run a discovery is told how things stand, and nothing to do.
  const begins = can('discovery.run')
  return (
    <EmptyState
      icon={IconRadar2}
      title={t('overview.nothingYet')}
      action={begins && <Button onClick={() => go('/start')}>{t('overview.begin')}</Button>}
    >
      <p>{t(begins ? 'overview.nothingYetWhy' : 'overview.nothingYetSeen')}</p>
      {unsupervised > 0 && <p>{t('overview.unsupervised', { count: unsupervised })}</p>}
    </EmptyState>
  )
}
