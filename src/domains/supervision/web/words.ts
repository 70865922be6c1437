import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item, Output } from '#web/api.ts'
import { useFormat } from '#web/format.ts'

export type AlertItem = Item<'GET /alerts'>
export type CheckItem = Item<'GET /checks'>
export type SiteStateItem = Output<'GET /sites/states'>['items'][number]

export type ServiceStateItem = Output<'GET /services/states'>['items'][number]

export interface AlertWords {
  /** What is wrong, without the asset's name: `répond lentement : 120 ms (limite 50 ms)`. */
  sentence(alert: Pick<AlertItem, 'rule' | 'component' | 'measured' | 'threshold' | 'unit' | 'cause'>): string
  /** A rule's short name. */
  rule(name: string): string
}

/** Alerts in people's words, with numbers and units as the language writes them. */
export function useAlertWords(): AlertWords {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  return useMemo(
    () => ({
      sentence: ({ rule, component, measured, threshold, unit, cause }) => {
        const written = (value: number | null) =>
          value === null ? '' : unit === null ? format.number(value) : format.unit(value, unit)
        return t(`rule.${rule}.on`, {
          ...(cause ? { context: cause } : {}),
          component,
          measured: written(measured),
          threshold: written(threshold),
          cause: cause ? t(`cause.${cause}`, { measured: written(measured) }) : '',
        })
      },
      rule: (name) => t(`rule.${name}.name`),
    }),
    [t, format],
  )
}

/** What a check is called: its template, and the name of one that a person gave. */
export function useCheckName(): (check: Pick<CheckItem, 'template' | 'name'>) => string {
  const { t } = useTranslation('supervision')
  return useCallback(
    ({ template, name }) => [t(`template.${template}.name`), name].filter(Boolean).join(' · '),
    [t],
  )
}

/** The first letter as at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
