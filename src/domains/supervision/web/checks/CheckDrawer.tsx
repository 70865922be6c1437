import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { FormDrawer, NumberField, SwitchField, useForm, type Form } from '#web/form.ts'
import { useAlertWords, useCheckName, type CheckItem } from '../words.ts'
import styles from './CheckDrawer.module.css'
import { faultsOfService, isService } from './service-values.ts'
import { ServiceFields } from './ServiceFields.tsx'
import { changeOf, valuesOf, type CheckValues, type RuleItem, type TemplateItem } from './values.ts'

/** How a check is made and when it alerts; what stays empty follows the template. */
export function CheckDrawer({ check, close }: { check: CheckItem; close: () => void }) {
  const { data } = useApi('GET /templates', {})
  const template = data?.items.find((one) => one.name === check.template)
  return template ? <Fields check={check} template={template} close={close} /> : null
}

function Fields({ check, template, close }: { check: CheckItem; template: TemplateItem; close: () => void }) {
  const { t } = useTranslation('supervision')
  const { id } = check
  const isByHand = isService(check.template)
  const nameOf = useCheckName()
  const form = useForm<CheckValues>({
    draft: `check:${id}`,
    initial: valuesOf(check, template.rules),
    version: check.version,
    check: (values) => ({
      ...faultsOf(values, template.rules, t('checks.recoveryOrder')),
      ...(isByHand ? sayFaults(faultsOfService(values), t) : {}),
    }),
    submit: (values, ifMatch) =>
      api(
        'PATCH /checks/:id',
        { id, ...changeOf(values, template.rules, check.thresholds) },
        { ifMatch: ifMatch! },
      ),
    reload: async () => {
      const now = await api('GET /checks/:id', { id })
      return { values: valuesOf(now, template.rules), version: now.version }
    },
  })
  return (
    <FormDrawer
      form={form}
      title={`${check.assetName} · ${nameOf(check)}`}
      verb={t('checks.save')}
      onClose={close}
    >
      <SwitchField form={form} name="isEnabled" label={t('checks.isOn')} />
      <NumberField
        form={form}
        name="intervalS"
        label={t('checks.interval')}
        help={t('checks.intervalHelp', { interval: template.intervalS })}
        min={template.leastIntervalS}
        max={86_400}
        unit="s"
      />
      {isByHand && <ServiceFields form={form} />}
      <fieldset className={styles.rules}>
        <legend>{t('checks.rules')}</legend>
        <p>{t('checks.ofTemplate')}</p>
        {template.rules.map((rule) => (
          <RuleFields key={rule.name} form={form} rule={rule} template={template} />
        ))}
      </fieldset>
    </FormDrawer>
  )
}

function RuleFields({
  form,
  rule,
  template,
}: {
  form: Form<CheckValues>
  rule: RuleItem
  template: TemplateItem
}) {
  const { t } = useTranslation('supervision')
  const words = useAlertWords()
  const unit = template.metrics.find((metric) => metric.name === rule.metric)?.unit
  const isOn = form.values[`${rule.name}:on`]
  return (
    <div className={styles.rule}>
      <SwitchField form={form} name={`${rule.name}:on`} label={words.rule(rule.name)} />
      {isOn && (
        <div className={styles.fields}>
          {rule.kind === 'threshold' &&
            (['warning', 'critical'] as const).map((level) => (
              <LimitFields key={level} form={form} rule={rule} level={level} {...(unit ? { unit } : {})} />
            ))}
          <NumberField
            form={form}
            name={`${rule.name}:times`}
            label={t('checks.times')}
            help={t('checks.templateSays', { value: rule.times })}
            min={1}
            max={100}
          />
          <NumberField
            form={form}
            name={`${rule.name}:recoverTimes`}
            label={t('checks.recoverTimes')}
            help={t('checks.templateSays', { value: rule.recoverTimes })}
            min={1}
            max={100}
          />
        </div>
      )}
    </div>
  )
}

function LimitFields({
  form,
  rule,
  level,
  unit,
}: {
  form: Form<CheckValues>
  rule: RuleItem
  level: 'warning' | 'critical'
  unit?: string
}) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const own = rule[level]
  return (
    <>
      <NumberField
        form={form}
        name={`${rule.name}:${level}`}
        label={`${t(`checks.${level}`)} ${t(rule.direction === 'below' ? 'checks.atBelow' : 'checks.at')}`}
        help={own ? t('checks.templateSays', { value: format.number(own.at, 3) }) : undefined}
        digits={3}
        {...(unit ? { unit } : {})}
      />
      <NumberField
        form={form}
        name={`${rule.name}:${level}Recovery`}
        label={t('checks.recovery')}
        help={own ? t('checks.templateSays', { value: format.number(own.recovery, 3) }) : undefined}
        digits={3}
        {...(unit ? { unit } : {})}
      />
    </>
  )
}

function sayFaults(faults: Record<string, string>, say: (key: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, say(key)]))
}

/** The recovery limit lies on the well side of the limit. */
function faultsOf(values: CheckValues, rules: readonly RuleItem[], sentence: string) {
  const faults: Record<string, string> = {}
  for (const { name, direction } of rules)
    for (const level of ['warning', 'critical'] as const) {
      const at = values[`${name}:${level}`]
      const recovery = values[`${name}:${level}Recovery`]
      if (at === null || at === undefined || recovery === null || recovery === undefined) continue
      if (direction === 'below' ? recovery < at : recovery > at) faults[`${name}:${level}Recovery`] = sentence
    }
  return faults
}
