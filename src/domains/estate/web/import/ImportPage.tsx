import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '#web/api.ts'
import { CsvImport } from '#web/csv/CsvImport.tsx'
import { useFirstOrganisation } from '#web/form.ts'
import { useCrumbs } from '#web/frame/crumbs.ts'
import { go } from '#web/navigate.ts'
import { useMe } from '#web/session.ts'
import { useTitle } from '#web/title.ts'
import { crumbsOf } from '../crumbs.ts'
import styles from './ImportPage.module.css'

/** Brings in a CSV file: choose it, see what would happen line by line, then write all of it or nothing. */
export function ImportPage({ noun }: { noun: 'sites' | 'assets' }) {
  const { t, i18n } = useTranslation('estate')
  const title = t(`${noun}.import`)
  const labels = noun === 'sites' ? 'siteField' : 'assetField'
  useTitle(title)
  useCrumbs(crumbsOf(t(`${noun}.title`), `/${noun}`))
  const organisations = useMe()?.organisations ?? []
  const first = useFirstOrganisation()
  const [organisationId, setOrganisationId] = useState(first)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{t(`import.intro.${noun}`)}</p>
      </header>
      {organisations.length > 1 && (
        <Select
          className={styles.organisation ?? ''}
          label={t('organisation')}
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={organisationId}
          onChange={setOrganisationId}
          allowDeselect={false}
          searchable={organisations.length > 8}
        />
      )}
      {organisationId && (
        <CsvImport
          key={organisationId}
          preview={`POST /${noun}/import/preview`}
          run={`POST /${noun}/import`}
          input={{ organisationId }}
          fieldLabel={(field) => t(`${labels}.${field}`)}
          example={() =>
            void download(`GET /${noun}/export`, {
              format: 'csv',
              bom: 'true',
              separator: i18n.language === 'fr' ? 'semicolon' : 'comma',
            })
          }
          done={() => go(`/${noun}?sort=-updatedAt`)}
        />
      )}
    </div>
  )
}
