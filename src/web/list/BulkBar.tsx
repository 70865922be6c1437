import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { useCan } from '../session.ts'
import styles from './BulkBar.module.css'
import type { BulkAction, Row } from './types.ts'
import type { Selection } from './use-selection.ts'

interface Props<R extends Row> {
  selection: Selection<R>
  actions: readonly BulkAction<R>[]
  total: number
  readAll: (most?: number) => Promise<R[]>
}

/** The most rows that one command takes. */
const mostRows = 2000

/** What can be done with the rows that are chosen. */
export function BulkBar<R extends Row>({ selection, actions, total, readAll }: Props<R>) {
  const { t } = useTranslation('web')
  const can = useCan()
  const [isReading, setIsReading] = useState(false)
  const allowed = actions.filter((action) => can(action.right))
  const rows = [...selection.rows.values()]
  useShortcuts(
    allowed.flatMap(({ shortcut, label, run }) =>
      shortcut ? [{ keys: shortcut, label, run: () => run(rows, selection.clear) }] : [],
    ),
  )
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('list.bulk')}>
      <span role="status" className={styles.count}>
        {t('list.selected', { count: rows.length })}
      </span>
      {rows.length < total && total <= mostRows && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.all}
          loading={isReading}
          onClick={async () => {
            setIsReading(true)
            await readAll(mostRows).then(selection.add, () => undefined)
            setIsReading(false)
          }}
        >
          {t('list.selectAllOf', { count: total })}
        </Button>
      )}
      <span className={styles.gap} />
      {allowed.map(({ key, label, icon: Picture, isDanger, run }) => (
        <Button
          key={key}
          variant="subtle"
          size="compact-sm"
          className={styles.action}
          data-danger={isDanger || undefined}
          leftSection={<Picture size={16} aria-hidden="true" />}
          onClick={() => run(rows, selection.clear)}
        >
          {label}
        </Button>
      ))}
      <Button variant="subtle" size="compact-sm" className={styles.action} onClick={selection.clear}>
        {t('list.unselect')}
      </Button>
    </div>
  )
}
