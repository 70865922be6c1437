import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCrumbs } from '#web/frame/crumbs.ts'
import { useMe } from '#web/session.ts'
import { useTitle } from '#web/title.ts'
import { crumbsOf } from '../crumbs.ts'
import { useFirstOrganisation } from '../forms/OrganisationField.tsx'
import { FilePlace } from './FilePlace.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './ImportPage.module.css'
import type { Noun } from './upload.ts'

/** Brings in a CSV file: choose it, see what would happen line by line, then write all of it or nothing. */
export function ImportPage({ noun }: { noun: Noun }) {
  const { t } = useTranslation('estate')
  const title = t(`${noun}.import`)
  useTitle(title)
  useCrumbs(crumbsOf(t(`${noun}.title`), `/${noun}`))
  const organisations = useMe()?.organisations ?? []
  const first = useFirstOrganisation()
  const [organisationId, setOrganisationId] = useState(first)
  const [file, setFile] = useState<File>()
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
      <FilePlace file={file} choose={setFile} isDisabled={organisationId === null} />
      {file && organisationId && (
        <ImportPreview
          key={`${file.name} ${file.size} ${file.lastModified} ${organisationId}`}
          noun={noun}
          file={file}
          organisationId={organisationId}
          startAgain={() => setFile(undefined)}
        />
      )}
    </div>
  )
}
