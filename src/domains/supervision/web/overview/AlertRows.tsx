import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Duration } from '#web/components/Duration.tsx'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { StateShape } from '#web/components/StateShape.tsx'
import { AcknowledgeButton } from '../alerts/AlertButtons.tsx'
import { useServicesHurt } from '../states/use-services-hurt.ts'
import { useAlertWords, type AlertItem, type ServiceStateItem } from '../words.ts'
import styles from './AlertRows.module.css'

const none: readonly ServiceStateItem[] = []

/** Alerts as lines of a page of now: what, where, which services it hurts, how long, and the one thing to do. */
export function AlertRows({ alerts }: { alerts: readonly AlertItem[] }) {
  const services = useServicesHurt()
  return (
    <ul className={styles.rows}>
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} services={services.get(alert.assetId) ?? none} />
      ))}
    </ul>
  )
}

function AlertRow({ alert, services }: { alert: AlertItem; services: readonly ServiceStateItem[] }) {
  const { t } = useTranslation('supervision')
  const { t: shell } = useTranslation('web')
  const words = useAlertWords()
  return (
    <li className={styles.row} data-state={alert.isAcknowledged ? undefined : alert.state}>
      <span className={styles.shape}>
        <StateShape state={alert.state} isOutlined={alert.isAcknowledged} />
        <span className="unseen">{shell(`state.${alert.state}`)}</span>
      </span>
      <div className={styles.what}>
        <p>
          <Link href={`/assets/${alert.assetId}`} className={styles.name}>
            {alert.assetName}
          </Link>{' '}
          <Link href={`/alerts/${alert.id}`}>{words.sentence(alert)}</Link>
        </p>
        <p className={styles.where}>
          {alert.siteId ? (
            <Link href={`/sites/${alert.siteId}`}>{alert.siteName}</Link>
          ) : (
            <span>{t('alerts.noSite')}</span>
          )}
          {services.length > 0 && (
            <span>
              {t('alerts.hurts')}{' '}
              {services.map(({ serviceId, name }, at) => (
                <Fragment key={serviceId}>
                  {at > 0 && ', '}
                  <Link href={`/services/${serviceId}`}>{name}</Link>
                </Fragment>
              ))}
            </span>
          )}
          {alert.isAcknowledged && alert.comment && <span>{alert.comment}</span>}
        </p>
      </div>
      <span className={styles.level}>{alert.level !== null && <Level level={alert.level} />}</span>
      <span className={styles.since}>
        <Duration since={alert.openedAt} />
      </span>
      <span className={styles.act}>
        {alert.isAcknowledged && alert.acknowledgedBy ? (
          <PersonName name={alert.acknowledgedBy} />
        ) : (
          <AcknowledgeButton alert={alert} />
        )}
      </span>
    </li>
  )
}
