import { Button, Modal } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SecretDialog.module.css'

interface Props {
  title: string
  /** What it is for, and that it is not shown again. */
  lead: string
  secret: string
  /** The verb on the button that copies. */
  copy: string
  close: () => void
}

/** Something that is shown once: a link, a token. A click beside it does not lose it. */
export function SecretDialog({ title, lead, secret, copy, close }: Props) {
  const { t } = useTranslation('identity')
  const [isCopied, setIsCopied] = useState(false)
  const take = async () => {
    await navigator.clipboard.writeText(secret)
    setIsCopied(true)
  }
  return (
    <Modal
      opened
      onClose={close}
      size={560}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('secret.close') }}
    >
      <p>{lead}</p>
      <code className={styles.secret}>{secret}</code>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          {t('secret.done')}
        </Button>
        <Button
          data-autofocus
          leftSection={isCopied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void take()}
        >
          {isCopied ? t('secret.copied') : copy}
        </Button>
      </div>
    </Modal>
  )
}
