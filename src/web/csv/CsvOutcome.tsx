import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { State } from '../components/State.tsx'
import styles from './CsvTable.module.css'
import type { Preview, PreviewRow } from './types.ts'

interface Props {
  preview: Preview
  fieldLabel: (field: string) => string
  isBusy: boolean
  write: (skipInvalid: boolean) => void
}

/** What each line would do, the wrong ones first, and the button that does it. */
export function CsvOutcome({ preview: { counts, rows }, fieldLabel, isBusy, write }: Props) {
  const { t } = useTranslation('web')
  const good = counts.create + counts.change
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('csv.preview')}</h2>
      </header>
      <p className={styles.counts}>
        {counts.wrong > 0 && <State state="critical">{t('csv.wrong', { count: counts.wrong })}</State>}
        <span>{t('csv.create', { count: counts.create })}</span>
        <span>{t('csv.change', { count: counts.change })}</span>
        <span>{t('csv.same', { count: counts.same })}</span>
      </p>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('csv.preview')}>
        <table className={`${styles.table} ${styles.outcome}`}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className={styles.line}>{t('csv.line', { line: row.line })}</td>
                <th scope="row">{row.name || t('csv.empty')}</th>
                <td>{t(`csv.action.${row.action}`)}</td>
                <td>
                  <Reasons row={row} fieldLabel={fieldLabel} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {counts.lines > rows.length && (
        <p className={styles.quiet}>{t('csv.more', { count: counts.lines - rows.length })}</p>
      )}
      <div className={styles.foot}>
        {counts.wrong > 0 && <p>{t('csv.blocked')}</p>}
        {counts.wrong > 0 && (
          <Button variant="default" disabled={good === 0} loading={isBusy} onClick={() => write(true)}>
            {t('csv.skip')}
          </Button>
        )}
        <Button disabled={counts.wrong > 0 || good === 0} loading={isBusy} onClick={() => write(false)}>
          {t('csv.do', { count: good })}
        </Button>
      </div>
    </section>
  )
}

function Reasons({ row, fieldLabel }: { row: PreviewRow; fieldLabel: (field: string) => string }) {
  if (row.errors.length > 0)
    return row.errors.map(({ field, message }) => (
      <p key={`${field}${message}`} className={styles.wrong}>
        {field ? `${fieldLabel(field)} – ` : ''}
        {message}
      </p>
    ))
  if (row.action !== 'change') return null
  return row.changes.map(({ field, before, after }) => (
    <p key={field} className={styles.change}>
      {fieldLabel(field)} – {before || '—'} → <span>{after || '—'}</span>
    </p>
  ))
}
