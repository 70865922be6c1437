import { Link } from '#web/components/Link.tsx'
import { State } from '#web/components/State.tsx'
import { capital, useAlertWords, type AlertItem } from '../words.ts'
import { AlertActs } from './AlertActs.tsx'
import { AlertFacts } from './AlertFacts.tsx'
import styles from './AlertPeek.module.css'

/** One alert: what is wrong, where, since when, who has it in hand. */
export function AlertPeek({ alert }: { alert: AlertItem }) {
  const words = useAlertWords()
  return (
    <>
      <div className={styles.head}>
        <State state={alert.closedAt === null ? alert.state : alert.worst} as="badge" />
        <h2>
          {alert.isAssetGone ? (
            alert.assetName
          ) : (
            <Link href={`/assets/${alert.assetId}`}>{alert.assetName}</Link>
          )}
        </h2>
        <p>{capital(words.sentence(alert))}</p>
      </div>
      <AlertActs alert={alert} />
      <AlertFacts alert={alert} />
    </>
  )
}
