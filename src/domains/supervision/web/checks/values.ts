import type { Input, Output } from '#web/api.ts'
import type { CheckItem } from '../words.ts'
import { isService, settingsOf, typedOf, type ServiceValues } from './service-values.ts'

export type TemplateItem = Output<'GET /templates'>['items'][number]
export type RuleItem = TemplateItem['rules'][number]

const numbers = [
  'warning',
  'warningRecovery',
  'critical',
  'criticalRecovery',
  'times',
  'recoverTimes',
] as const
type NumberKey = (typeof numbers)[number]

/** A form's values are flat: a rule's fields are named `ping.slow:warning`. */
export type CheckValues = ServiceValues & { isEnabled: boolean; intervalS: number | null } & {
  [K in `${string}:on`]: boolean
} & { [K in `${string}:${NumberKey}`]: number | null }

type Override = NonNullable<Input<'PATCH /checks/:id'>['thresholds']>[string]

/** What holds for a check now: what a person set, and empty where the template speaks. */
export function valuesOf(check: CheckItem, rules: readonly RuleItem[]): CheckValues {
  const values: Record<string, boolean | number | string | string[] | null> = {
    ...typedOf(check),
    isEnabled: check.isEnabled,
    intervalS: check.intervalS,
  }
  for (const { name } of rules) {
    const set = check.thresholds[name] ?? {}
    values[`${name}:on`] = set.isOff !== true
    values[`${name}:warning`] = set.warning?.at ?? null
    values[`${name}:warningRecovery`] = set.warning?.recovery ?? null
    values[`${name}:critical`] = set.critical?.at ?? null
    values[`${name}:criticalRecovery`] = set.critical?.recovery ?? null
    values[`${name}:times`] = set.times ?? null
    values[`${name}:recoverTimes`] = set.recoverTimes ?? null
  }
  return values as CheckValues
}

/** What differs from the template, as the API takes it. A level that was switched off for good (null) stays so. */
export function changeOf(values: CheckValues, rules: readonly RuleItem[], before: CheckItem['thresholds']) {
  const thresholds: Record<string, Override> = {}
  for (const { name } of rules) {
    const number = (key: NumberKey) => values[`${name}:${key}`]
    const limit = (level: 'warning' | 'critical') => {
      const at = number(level) ?? null
      if (at === null) return before[name]?.[level] === null ? null : undefined
      return { at, recovery: number(`${level}Recovery`) ?? at }
    }
    const override: Override = {
      ...(values[`${name}:on`] ? {} : { isOff: true }),
      ...optional('warning', limit('warning')),
      ...optional('critical', limit('critical')),
      ...optional('times', number('times') ?? undefined),
      ...optional('recoverTimes', number('recoverTimes') ?? undefined),
    }
    if (Object.keys(override).length > 0) thresholds[name] = override
  }
  const asked = isService(values.template ?? '') ? { settings: settingsOf(values).settings } : {}
  return { isEnabled: values.isEnabled, intervalS: values.intervalS, thresholds, ...asked }
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}
