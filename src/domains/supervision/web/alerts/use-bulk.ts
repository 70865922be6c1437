import { IconBellOff, IconCheck, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction } from '#web/list.ts'
import type { AlertItem } from '../words.ts'
import { useAlertActs } from './use-acts.ts'

/** What is done to many alerts at once. */
export function useAlertBulk(): BulkAction<AlertItem>[] {
  const { t } = useTranslation('supervision')
  const acts = useAlertActs()
  return useMemo<BulkAction<AlertItem>[]>(() => {
    const ids = (rows: readonly AlertItem[]) => rows.map((alert) => alert.id)
    const action = { right: 'alert.acknowledge' }
    return [
      {
        ...action,
        key: 'acknowledge',
        label: t('alerts.acknowledge'),
        icon: IconCheck,
        shortcut: 'a',
        run: (rows, clear) => void acts.acknowledge(ids(rows)).then(clear),
      },
      {
        ...action,
        key: 'unacknowledge',
        label: t('alerts.unacknowledge'),
        icon: IconX,
        run: (rows, clear) => void acts.unacknowledge(ids(rows)).then(clear),
      },
      {
        ...action,
        key: 'mute',
        label: `${t('alerts.mute')} · ${t('alerts.muteFour')}`,
        icon: IconBellOff,
        run: (rows, clear) => void acts.mute(ids(rows), 'four').then(clear),
      },
    ]
    // oxlint-disable-next-line react/exhaustive-deps -- the acts are the same however often they are made
  }, [t])
}
