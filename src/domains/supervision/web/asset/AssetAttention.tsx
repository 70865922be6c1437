import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Duration } from '#web/components/Duration.tsx'
import { Link } from '#web/components/Link.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Attention } from '#web/detail.ts'
import { AcknowledgeButton } from '../alerts/AlertButtons.tsx'
import { capital, useAlertWords } from '../words.ts'

/** What is wrong with an asset, above its tabs. */
export default function AssetAttention({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const words = useAlertWords()
  const { data } = useApi('GET /assets/:id/state', { id })
  return data?.alerts.map((alert) => (
    <Attention
      key={alert.id}
      state={alert.state}
      detail={
        <>
          {t('alerts.since')} <Duration since={alert.openedAt} />
          {alert.isAcknowledged && alert.acknowledgedBy && (
            <>
              {' · '}
              <PersonName name={alert.acknowledgedBy} /> {alert.comment}
            </>
          )}
        </>
      }
      action={<AcknowledgeButton alert={alert} />}
    >
      <Link href={`/alerts/${alert.id}`}>{capital(words.sentence(alert))}</Link>
    </Attention>
  ))
}
