import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Timeline, type TimelineEntry } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { capital, useAlertWords, type AlertItem } from '../words.ts'

type Moment = Output<'GET /alerts/:id/history'>['items'][number]

/** All that became of an alert: how grave it was, who did what about it, who was told and whether it went. */
export function AlertTimeline({ alert }: { alert: AlertItem }) {
  const query = useApi('GET /alerts/:id/history', { id: alert.id })
  const whatOf = useMomentWords(alert)
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton lines={6} />
  const entries = query.data.items.map((moment): TimelineEntry => ({
    id: moment.id,
    at: moment.at,
    who: moment.who ?? undefined,
    state: stateOf(moment, alert),
    what: whatOf(moment),
  }))
  return <Timeline entries={entries} />
}

function stateOf({ what, state }: Moment, { ended }: AlertItem): TimelineEntry['state'] {
  if (what === 'closed') return ended === 'recovered' ? 'ok' : undefined
  return state ?? undefined
}

function useMomentWords(alert: AlertItem) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const words = useAlertWords()
  const ended =
    alert.ended === 'recovered' || !alert.ended ? t('alertMoment.recovered') : t(`ended.${alert.ended}`)
  return ({ what, state, measured, threshold, cause, comment, until, mail }: Moment): React.ReactNode => {
    const exact = until === null ? '' : format.exact(until)
    switch (what) {
      case 'opened':
      case 'changed': {
        if (state === null) return t('alertMoment.openedPlain')
        const sentence = words.sentence({ ...alert, measured, threshold, cause })
        return `${t(`alertMoment.${what}`, { state: t(`state.${state}`) })} – ${capital(sentence)}`
      }
      case 'closed':
        return alert.ended === null ? t('alertMoment.closedPlain') : t('alertMoment.closed', { how: ended })
      case 'acknowledged': {
        const said = until
          ? t('alertMoment.acknowledgedUntil', { until: exact })
          : t('alertMoment.acknowledged')
        return comment ? `${said} – ${comment}` : said
      }
      case 'told':
        return [t(`alertMoment.told-${mail!.state}`, { recipient: mail!.recipient }), mail!.error]
          .filter(Boolean)
          .join(' – ')
      default:
        return t(`alertMoment.${what}`, { until: exact })
    }
  }
}
