import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { State } from '#web/components/State.tsx'
import { Section } from '#web/detail.ts'
import { useFormat, type Format } from '#web/format.ts'
import { NowPage } from '#web/now.ts'
import { useAlertWords } from '../words.ts'
import styles from './TemplatesPage.module.css'

type Template = Output<'GET /templates'>['items'][number]
type Rule = Template['rules'][number]

/** What the templates measure, and when they alert. */
export default function TemplatesPage() {
  const { t } = useTranslation('supervision')
  const query = useApi('GET /templates', {})
  return (
    <NowPage title={t('templates.title')}>
      {query.data ? (
        query.data.items.map((template) => <TemplateSection key={template.name} template={template} />)
      ) : query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </NowPage>
  )
}

function TemplateSection({ template }: { template: Template }) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const words = useAlertWords()
  const own = template.metrics.filter((metric) => !metric.isOfInterface)
  const ofInterfaces = template.metrics.filter((metric) => metric.isOfInterface)
  return (
    <Section
      title={t(`template.${template.name}.name`)}
      aside={
        <Link href={`/checks?template=${template.name}`}>
          {t('templates.checks', { count: template.checks })}
        </Link>
      }
    >
      <p className={styles.about}>
        {t(`template.${template.name}.about`)} {t(`templates.needs.${template.needs}`)}.{' '}
        {t('templates.every', { interval: format.duration(template.intervalS * 1_000) })}.
      </p>
      <div className={styles.columns}>
        <div>
          <h3>{t('templates.measures')}</h3>
          <ul>
            {own.map((metric) => (
              <li key={metric.name}>{t(`metric.${metric.name}`)}</li>
            ))}
            {ofInterfaces.length > 0 && (
              <li>
                {t('templates.ofInterface')}
                <small>{format.list(ofInterfaces.map((metric) => t(`metric.${metric.name}`)))}</small>
              </li>
            )}
          </ul>
        </div>
        <div>
          <h3>{t('templates.rules')}</h3>
          <ul>
            {template.rules.map((rule) => (
              <li key={rule.name}>
                {words.rule(rule.name)}
                <RuleWords rule={rule} unit={unitOf(template, rule)} format={format} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}

function unitOf(template: Template, rule: Rule): string {
  return template.metrics.find((metric) => metric.name === rule.metric)?.unit ?? ''
}

function RuleWords({ rule, unit, format }: { rule: Rule; unit: string; format: Format }) {
  const { t } = useTranslation('supervision')
  const limits = (['warning', 'critical'] as const).flatMap((level) => {
    const limit = rule[level]
    if (!limit) return []
    return t(`templates.${rule.direction ?? 'above'}`, {
      state: t(`state.${level}`),
      at: format.unit(limit.at, unit),
      recovery: format.unit(limit.recovery, unit),
    })
  })
  return (
    <small>
      {rule.state && <State state={rule.state} />}
      {rule.kind === 'threshold' && (limits.length > 0 ? limits.join(' · ') : t('templates.noLimit'))}{' '}
      {(rule.state || limits.length > 0) && t('templates.confirmed', { count: rule.times })}
      {rule.kind === 'down' && `, ${t('templates.watchedOnly')}`}
    </small>
  )
}
