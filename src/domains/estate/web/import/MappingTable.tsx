import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/detail.ts'
import styles from './MappingTable.module.css'
import type { Noun, Preview } from './upload.ts'

interface Props {
  noun: Noun
  plan: Preview
  fields: readonly (string | null)[]
  change: (column: number, field: string | null) => void
}

/** What each column of the file means: as it was understood, and as the person says. */
export function MappingTable({ noun, plan, fields, change }: Props) {
  const { t } = useTranslation('estate')
  const group = noun === 'sites' ? 'siteField' : 'assetField'
  const choices = [
    { value: '', label: t('import.leave') },
    ...plan.fields.map((value) => ({ value, label: t(`${group}.${value}`) })),
  ]
  const separator = t(
    `import.separator.${plan.separator === '\t' ? 'tab' : plan.separator === ';' ? 'semicolon' : 'comma'}`,
  )
  return (
    <Section
      title={t('import.columns')}
      aside={t('import.read', { encoding: plan.encoding.toUpperCase(), separator })}
    >
      <div className={styles.columns}>
        {plan.columns.map(({ heading, example }, column) => (
          // Two columns may have one heading: they are their place.
          <div key={column} className={styles.column} data-left={fields[column] === null || undefined}>
            <div className={styles.heading}>
              <b title={heading}>{heading || t('import.noHeading')}</b>
              <span title={example}>{example || '—'}</span>
            </div>
            <NativeSelect
              aria-label={t('import.meaning', { heading: heading || column + 1 })}
              data={choices}
              value={fields[column] ?? ''}
              onChange={(event) => change(column, event.currentTarget.value || null)}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
