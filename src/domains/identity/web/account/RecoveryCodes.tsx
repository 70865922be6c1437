import { Button, Modal } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '#web/save-file.ts'
import styles from './RecoveryCodes.module.css'

/** Shown once: neither a click beside it, nor another page, nor closing the tab loses it without a word. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation('identity')
  const [isCopied, setIsCopied] = useState(false)
  useBlocker({ shouldBlockFn: () => true, enableBeforeUnload: true })
  const text = `${codes.join('\n')}\n`
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Modal
      opened
      onClose={() => undefined}
      size={560}
      title={t('secondFactor.codesTitle')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      className={styles.codes}
    >
      <p>{t('secondFactor.codesLead')}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          data-autofocus
          variant="default"
          leftSection={isCopied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void copy()}
        >
          {t(isCopied ? 'secret.copied' : 'secondFactor.copyCodes')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), t('secondFactor.codesFile'))}
        >
          {t('secondFactor.saveCodes')}
        </Button>
        <Button onClick={done}>{t('secondFactor.codesKept')}</Button>
      </div>
    </Modal>
  )
}
