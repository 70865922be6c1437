import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { useNow } from '#web/clock.ts'
import { Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { Graph, GraphsOver, useTimeRange, type Mark } from '#web/graph.ts'
import { useCan } from '#web/session.ts'
import { useSeries } from '../asset/use-series.ts'
import { useAlertWords, type AlertItem } from '../words.ts'

const around = 3_600_000
const minute = 60_000

/** What was measured from an hour before the alert to an hour after it. */
export function AlertGraph({ alert }: { alert: AlertItem }) {
  const can = useCan()
  const nowMs = Math.ceil(useNow(minute) / minute) * minute
  const from = Date.parse(alert.openedAt) - around
  const to = alert.closedAt === null ? nowMs : Math.min(nowMs, Date.parse(alert.closedAt) + around)
  if (!can('check.read')) return null
  return (
    <GraphsOver from={from} to={to}>
      <Drawn alert={alert} />
    </GraphsOver>
  )
}

function Drawn({ alert }: { alert: AlertItem }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const words = useAlertWords()
  const range = useTimeRange()
  const measured = useMeasured(alert)
  const named = (what: string) => [what, alert.component].filter(Boolean).join(' · ')
  const title = named(measured ? t(`metric.${measured.metric}`) : '')
  const values = useSeries(range, measured ? [{ id: measured.id, label: title }] : [])
  if (!measured) return null
  const mark: Mark = {
    kind: 'incident',
    from: Date.parse(alert.openedAt),
    ...(alert.closedAt ? { to: Date.parse(alert.closedAt) } : {}),
    label: named(words.rule(alert.rule)),
  }
  return (
    <Section title={t('alerts.measured')}>
      <Graph
        title={title}
        unit={measured.unit}
        times={values.times}
        curves={values.curves}
        isLoading={values.isLoading}
        marks={[mark]}
        {...(measured.unit === '%' ? { ceiling: 100 } : {})}
        {...(alert.threshold === null || measured.isOther
          ? {}
          : {
              thresholds: [
                {
                  value: alert.threshold,
                  state: alert.worst,
                  label: `${t('alerts.limit')} ${format.unit(alert.threshold, measured.unit)}`,
                },
              ],
            })}
        height={120}
      />
    </Section>
  )
}

/** The series that the alert's rule judges. Where nothing answers: what was lost, or the first that the check measures. */
function useMeasured({ assetId, rule, component }: AlertItem) {
  const templates = useApi('GET /templates', {}).data?.items
  const series = useApi('GET /series', { assetId, limit: 1_000 }).data?.items
  const template = templates?.find(({ rules }) => rules.some(({ name }) => name === rule))
  if (!template || !series) return undefined
  const judged = template.rules.find(({ name }) => name === rule)?.metric
  const silent = template.metrics.find(({ unit }) => unit === '%') ?? template.metrics[0]
  const metric = judged ? template.metrics.find(({ name }) => name === judged) : silent
  const found = series.find((one) => one.metric === metric?.name && one.component === component)
  return found && metric
    ? { id: found.id, metric: metric.name, unit: metric.unit, isOther: !judged }
    : undefined
}
