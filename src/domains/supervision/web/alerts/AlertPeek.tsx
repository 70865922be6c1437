import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Duration } from '#web/components/Duration.tsx'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { State } from '#web/components/State.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { capital, useAlertWords, type AlertItem } from '../words.ts'
import { AcknowledgeButton, MuteMenu } from './AlertButtons.tsx'
import styles from './AlertPeek.module.css'

/** One alert: what is wrong, where, since when, who has it in hand. */
export function AlertPeek({ alert }: { alert: AlertItem }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const words = useAlertWords()
  const can = useCan()
  const [comment, setComment] = useState('')
  const isOpen = alert.closedAt === null
  const value = (number: number | null) =>
    number === null || !alert.unit ? null : format.unit(number, alert.unit)
  return (
    <>
      <div className={styles.head}>
        <State state={isOpen ? alert.state : alert.worst} as="badge" />
        <h2>
          {alert.isAssetGone ? (
            alert.assetName
          ) : (
            <Link href={`/assets/${alert.assetId}`}>{alert.assetName}</Link>
          )}
        </h2>
        <p>{capital(words.sentence(alert))}</p>
      </div>
      {isOpen && can('alert.acknowledge') && (
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
      )}
      <Facts
        facts={[
          { label: t('alerts.since'), value: <Ago at={alert.openedAt} /> },
          ...(alert.closedAt
            ? [
                {
                  label: t('alerts.lasted'),
                  value: <Duration since={alert.openedAt} until={alert.closedAt} />,
                },
              ]
            : []),
          ...(alert.ended && alert.ended !== 'recovered'
            ? [{ label: t('alerts.ended'), value: capital(t(`ended.${alert.ended}`)) }]
            : []),
          ...(alert.isMuted && alert.mutedUntil
            ? [{ label: t('alerts.mutedUntil'), value: format.exact(alert.mutedUntil) }]
            : []),
          {
            label: t('alert.site'),
            value: alert.siteId ? <Link href={`/sites/${alert.siteId}`}>{alert.siteName}</Link> : null,
          },
          { label: t('alert.level'), value: alert.level === null ? null : <Level level={alert.level} /> },
          { label: t('alerts.worst'), value: <State state={alert.worst} /> },
          ...(alert.unit
            ? [
                { label: t('alerts.measured'), value: value(alert.measured) },
                { label: t('alerts.limit'), value: value(alert.threshold) },
              ]
            : []),
          ...(alert.isAcknowledged
            ? [
                {
                  label: t('alerts.by'),
                  value: alert.acknowledgedBy ? <PersonName name={alert.acknowledgedBy} /> : null,
                },
                { label: t('alerts.comment'), value: alert.comment },
              ]
            : []),
        ]}
      />
    </>
  )
}
