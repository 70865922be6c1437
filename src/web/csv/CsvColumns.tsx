import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './CsvTable.module.css'
import type { Preview } from './types.ts'

interface Props {
  preview: Preview
  fieldLabel: (field: string) => string
  map: (mapping: string) => void
  fileName: string
  restart: () => void
}

/** Which column of the file is which field: guessed by the server, corrected here. */
export function CsvColumns({ preview, fieldLabel, map, fileName, restart }: Props) {
  const { t } = useTranslation('web')
  const { columns, fields } = preview
  const assign = (at: number, field: string) =>
    // A field belongs to one column: another that had it is left out.
    map(
      columns
        .map((column, index) => (index === at ? field : column.field === field ? '' : (column.field ?? '')))
        .join(','),
    )
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('csv.columns')}</h2>
        <span>{fileName}</span>
        <Button variant="default" onClick={restart}>
          {t('csv.again')}
        </Button>
      </header>
      <div className={`${styles.scroller} ${styles.whole}`}>
        <table className={`${styles.table} ${styles.columns}`}>
          <thead>
            <tr>
              <th scope="col">{t('csv.heading')}</th>
              <th scope="col">{t('csv.example')}</th>
              <th scope="col">{t('csv.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, field, example }, at) => (
              <tr key={`${heading}-${at}`}>
                <th scope="row">{heading}</th>
                <td className={styles.quiet}>{example}</td>
                <td className={styles.choice}>
                  <NativeSelect
                    aria-label={`${t('csv.field')} : ${heading}`}
                    value={field ?? ''}
                    onChange={(event) => assign(at, event.currentTarget.value)}
                    data={[
                      { value: '', label: t('csv.leave') },
                      ...fields.map((value) => ({ value, label: fieldLabel(value) })),
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
