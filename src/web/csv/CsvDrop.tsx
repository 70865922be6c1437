import { Button, FileButton } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CsvDrop.module.css'

/** Where the file is dropped, or chosen with a button. */
export function CsvDrop({ choose, example }: { choose: (file: File) => void; example?: () => void }) {
  const { t } = useTranslation('web')
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const file = event.dataTransfer.files[0]
        if (file) choose(file)
      }}
    >
      <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden="true" />
      <p>{t('csv.drop')}</p>
      <FileButton accept=".csv,.txt,.tsv,text/csv" onChange={(file) => file && choose(file)}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('csv.choose')}
          </Button>
        )}
      </FileButton>
      <p className={styles.help}>{t('csv.help')}</p>
      {example && (
        <button type="button" className={styles.example} onClick={example}>
          {t('csv.getExample')}
        </button>
      )}
    </div>
  )
}
