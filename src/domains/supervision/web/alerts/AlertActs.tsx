import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '#web/session.ts'
import type { AlertItem } from '../words.ts'
import { AcknowledgeButton, MuteMenu } from './AlertButtons.tsx'
import styles from './AlertPeek.module.css'

/** What can be done about an open alert, with a note for the others. */
export function AlertActs({ alert }: { alert: AlertItem }) {
  const { t } = useTranslation('supervision')
  const can = useCan()
  const [comment, setComment] = useState('')
  if (alert.closedAt !== null || !can('alert.acknowledge')) return null
  return (
    <div className={styles.acts}>
      {!alert.isAcknowledged && (
        <Textarea
          label={t('alerts.comment')}
          description={t('alerts.commentHelp')}
          autosize
          minRows={1}
          maxLength={2_000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <div>
        <AcknowledgeButton alert={alert} comment={comment} />
        <MuteMenu alert={alert} />
      </div>
    </div>
  )
}
