import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../clock.ts'
import { Duration } from '../components/Duration.tsx'
import { useLive } from '../live.ts'
import styles from './LiveNotice.module.css'

/** A short break is nobody's business. */
const patienceMs = 4000

/** Says that what is shown does not change by itself now, and how old it is. */
export function LiveNotice() {
  const { t } = useTranslation('web')
  const { isLive, since } = useLive()
  const now = useNow(1000)
  const isShown = !isLive && now - since > patienceMs
  return (
    <span
      role="status"
      className={isShown ? styles.notice : 'unseen'}
      title={isShown ? t('live.why') : undefined}
    >
      {isShown && (
        <>
          <IconCloudOff size={15} aria-hidden="true" />
          <span className={styles.words}>{t('live.lost')}</span> <Duration since={since} />
        </>
      )}
    </span>
  )
}
