import { Button, FileButton } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import styles from './FilePlace.module.css'

interface Props {
  file: File | undefined
  choose: (file: File | undefined) => void
  isDisabled: boolean
}

/** Where a file is dropped or chosen. */
export function FilePlace({ file, choose, isDisabled }: Props) {
  const { t } = useTranslation('estate')
  const format = useFormat()
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={styles.place}
      data-over={isOver || undefined}
      data-chosen={file ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(!isDisabled)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const dropped = event.dataTransfer.files[0]
        if (dropped && !isDisabled) choose(dropped)
      }}
    >
      <IconFileSpreadsheet size={22} stroke={1.5} aria-hidden="true" />
      <div className={styles.text}>
        {file ? (
          <p>
            <b>{file.name}</b> · {format.unit(file.size, 'byte')}
          </p>
        ) : (
          <>
            <p>{t('import.drop')}</p>
            <p className={styles.help}>{t('import.dropHelp')}</p>
          </>
        )}
      </div>
      <FileButton
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={(chosen) => chosen && choose(chosen)}
        disabled={isDisabled}
      >
        {(props) => (
          <Button {...props} variant={file ? 'default' : 'filled'}>
            {t(file ? 'import.another' : 'import.choose')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
