import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Duration } from '#web/components/Duration.tsx'
import { Level } from '#web/components/Level.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { State } from '#web/components/State.tsx'
import { None } from '#web/components/None.tsx'
import type { Column, Filter } from '#web/list.ts'
import { api } from '#web/api.ts'
import { capital, useAlertWords, type AlertItem } from '../words.ts'

const faults = ['critical', 'warning', 'unknown', 'unreachable'] as const
const rules = [
  'ping.lost',
  'ping.slow',
  'snmp.silent',
  'system.restarted',
  'if.down',
  'if.in-errors',
  'if.out-errors',
]

/** The columns of open alerts, or of those that are over. */
export function useAlertColumns(isOver: boolean): Column<AlertItem>[] {
  const { t } = useTranslation('supervision')
  const words = useAlertWords()
  return useMemo<Column<AlertItem>[]>(
    () => [
      {
        key: 'assetName',
        label: t('alert.asset'),
        cell: (alert) => alert.assetName,
        text: (alert) => alert.assetName,
        sort: true,
        width: 190,
      },
      {
        key: 'what',
        label: t('alerts.what'),
        cell: (alert) => capital(words.sentence(alert)),
        text: (alert) => words.sentence(alert),
        grow: true,
        width: 240,
        phone: 'below',
      },
      {
        key: 'state',
        label: t('alert.state'),
        cell: (alert) => (
          <State
            state={isOver ? alert.worst : alert.state}
            acknowledgedBy={alert.isAcknowledged ? (alert.acknowledgedBy ?? undefined) : undefined}
          />
        ),
        text: (alert) => t(`state.${alert.state}`),
        sort: true,
        width: 140,
        phone: 'aside',
      },
      {
        key: 'siteName',
        label: t('alert.site'),
        cell: (alert) => (alert.siteName ? <span data-way>{alert.siteName}</span> : <None />),
        text: (alert) => alert.siteName,
        sort: true,
        width: 150,
        phone: 'below',
      },
      {
        key: 'level',
        label: t('alerts.level'),
        cell: (alert) => (alert.level === null ? <None /> : <Level level={alert.level} />),
        text: (alert) => alert.level,
        sort: true,
        width: 90,
      },
      isOver ? lasted(t('alerts.lasted')) : acknowledgedBy(t('alerts.by')),
      {
        key: 'openedAt',
        label: isOver ? t('alert.openedAt') : t('alerts.since'),
        cell: (alert) => <Ago at={alert.openedAt} />,
        text: (alert) => alert.openedAt,
        sort: true,
        width: 120,
        align: 'right',
        phone: 'aside',
      },
    ],
    [t, words, isOver],
  )
}

function lasted(label: string): Column<AlertItem> {
  return {
    key: 'lasted',
    label,
    cell: (alert) => <Duration since={alert.openedAt} until={alert.closedAt ?? undefined} />,
    text: (alert) => Date.parse(alert.closedAt ?? alert.openedAt) - Date.parse(alert.openedAt),
    width: 120,
    align: 'right',
  }
}

function acknowledgedBy(label: string): Column<AlertItem> {
  return {
    key: 'acknowledgedBy',
    label,
    cell: (alert) =>
      alert.isAcknowledged && alert.acknowledgedBy ? <PersonName name={alert.acknowledgedBy} /> : <None />,
    text: (alert) => alert.acknowledgedBy,
    width: 150,
  }
}

export function useAlertFilters(): Filter[] {
  const { t } = useTranslation('supervision')
  const words = useAlertWords()
  return useMemo<Filter[]>(
    () => [
      {
        key: 'state',
        label: t('alert.state'),
        options: faults.map((state) => ({ value: state, label: t(`state.${state}`), state })),
      },
      {
        key: 'rule',
        label: t('alerts.what'),
        options: rules.map((rule) => ({ value: rule, label: words.rule(rule) })),
      },
      {
        key: 'level',
        label: t('alert.level'),
        options: ['5', '4', '3', '2', '1'].map((level) => ({ value: level, label: level })),
      },
      { key: 'under', label: t('alert.site'), find: findSites, name: nameSites, isSingle: true },
      {
        key: 'isAcknowledged',
        label: t('alerts.isAcknowledged'),
        options: [
          { value: 'false', label: t('alerts.toAcknowledge') },
          { value: 'true', label: t('alerts.acknowledged') },
        ],
        isSingle: true,
      },
    ],
    [t, words],
  )
}

async function findSites(typed: string) {
  const { items } = await api('GET /sites', { q: typed, limit: 20 })
  return items.map(({ id, pathName }) => ({ value: id, label: pathName }))
}

async function nameSites(ids: readonly string[]) {
  const sites = await Promise.all(ids.map((id) => api('GET /sites/:id', { id })))
  return sites.map(({ id, name }) => ({ value: id, label: name }))
}
