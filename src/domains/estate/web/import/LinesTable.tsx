import { SegmentedControl } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import styles from './LinesTable.module.css'
import type { Noun, Preview } from './upload.ts'

type Line = Preview['rows'][number]

/** The lines that need a person, else what would be written. */
export function LinesTable({ noun, plan }: { noun: Noun; plan: Preview }) {
  const { t } = useTranslation('estate')
  const format = useFormat()
  const [chosen, setChosen] = useState<'wrong' | 'all'>()
  const isWrongFirst = plan.counts.wrong > 0
  const shown = chosen === 'all' || !isWrongFirst ? 'all' : 'wrong'
  const rows = plan.rows.filter(({ action }) => shown === 'all' || action === 'wrong')
  const total = shown === 'all' ? plan.counts.lines : plan.counts.wrong
  if (rows.length === 0) return null
  return (
    <Section
      title={t('import.lines')}
      aside={
        isWrongFirst && (
          <SegmentedControl
            size="xs"
            aria-label={t('import.lines')}
            value={shown}
            onChange={(value) => setChosen(value as 'wrong' | 'all')}
            data={[
              { value: 'wrong', label: t('import.onlyWrong') },
              { value: 'all', label: t('import.allLines') },
            ]}
          />
        )
      }
    >
      <div className={styles.scroll}>
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('import.name')}</th>
              <th scope="col">{t('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <LineRow key={line.line} noun={noun} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < total && (
        <p className={styles.more}>
          {t('import.moreLines', { shown: rows.length, count: total, total: format.number(total) })}
        </p>
      )}
    </Section>
  )
}

function LineRow({ noun, line }: { noun: Noun; line: Line }) {
  const { t } = useTranslation('estate')
  const group = noun === 'sites' ? 'siteField' : 'assetField'
  const labelOf = (field: string | null) => (field ? t(`${group}.${field}`) : undefined)
  return (
    <tr data-action={line.action}>
      <td className={styles.number}>{line.line}</td>
      <td className={styles.name}>{line.name || '—'}</td>
      <td>
        {line.errors.map(({ field, message }) => (
          <p key={`${field} ${message}`} className={styles.error}>
            {field && <b>{labelOf(field)}</b>} {message}
          </p>
        ))}
        {line.changes.map(({ field, before, after }) => (
          <p key={field} className={styles.change}>
            <span>{labelOf(field)}</span> <s>{before ?? '—'}</s>{' '}
            <IconArrowRight size={13} role="img" aria-label={t('import.becomes')} /> {after ?? '—'}
          </p>
        ))}
        {line.errors.length + line.changes.length === 0 && (
          <p className={styles.quiet}>{t(`import.action.${line.action}`)}</p>
        )}
      </td>
    </tr>
  )
}
