import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Duration } from '#web/components/Duration.tsx'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { State } from '#web/components/State.tsx'
import { Facts, type Fact } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { capital, useCheckName, type AlertItem } from '../words.ts'

/** What an alert is about, how long it lasts, who has it in hand. */
export function AlertFacts({ alert, isWhole = false }: { alert: AlertItem; isWhole?: boolean }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const whole = useWholeFacts(alert, isWhole)
  const value = (number: number | null) =>
    number === null || !alert.unit ? null : format.unit(number, alert.unit)
  const facts: (Fact | false)[] = [
    { label: t('alerts.since'), value: <Ago at={alert.openedAt} /> },
    alert.closedAt !== null && {
      label: t('alerts.lasted'),
      value: <Duration since={alert.openedAt} until={alert.closedAt} />,
    },
    alert.ended !== null &&
      alert.ended !== 'recovered' && {
        label: t('alerts.ended'),
        value: capital(t(`ended.${alert.ended}`)),
      },
    alert.isMuted &&
      alert.mutedUntil !== null && {
        label: t('alerts.mutedUntil'),
        value: format.exact(alert.mutedUntil),
      },
    ...whole,
    {
      label: t('alert.site'),
      value: alert.siteId ? <Link href={`/sites/${alert.siteId}`}>{alert.siteName}</Link> : null,
    },
    { label: t('alert.level'), value: alert.level === null ? null : <Level level={alert.level} /> },
    { label: t('alerts.worst'), value: <State state={alert.worst} /> },
    alert.unit !== null && { label: t('alerts.measured'), value: value(alert.measured) },
    alert.unit !== null && { label: t('alerts.limit'), value: value(alert.threshold) },
    alert.isAcknowledged && {
      label: t('alerts.by'),
      value: alert.acknowledgedBy ? <PersonName name={alert.acknowledgedBy} /> : null,
    },
    alert.isAcknowledged && { label: t('alerts.comment'), value: alert.comment },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}

/** What the page of an alert leads to besides: its asset, its check, the services that need the asset. */
function useWholeFacts({ assetId, assetName, isAssetGone, checkId }: AlertItem, isWhole: boolean): Fact[] {
  const { t } = useTranslation('supervision')
  const can = useCan()
  const nameOf = useCheckName()
  const isThere = isWhole && !isAssetGone
  const check = useApi(
    'GET /checks/:id',
    { id: checkId ?? '' },
    { enabled: isWhole && checkId !== null && can('check.read') },
  ).data
  const services = useApi('GET /services', { assetId }, { enabled: isThere && can('service.read') }).data
  if (!isWhole) return []
  return [
    {
      label: t('alerts.asset'),
      value: isThere ? <Link href={`/assets/${assetId}`}>{assetName}</Link> : assetName,
    },
    ...(check
      ? [
          {
            label: t('alerts.check'),
            value: <Link href={`/checks?peek=${check.id}&assetId=${assetId}`}>{nameOf(check)}</Link>,
          },
        ]
      : []),
    ...(services && services.items.length > 0
      ? [
          {
            label: t('alerts.services'),
            value: services.items.map(({ id, name }) => (
              <div key={id}>
                <Link href={`/services/${id}`}>{name}</Link>
              </div>
            )),
          },
        ]
      : []),
  ]
}
