import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem.ts'
import styles from './ConfirmByName.module.css'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** `Supprimer le site Lyon ?` */
  title: string
  /** What the person types to go on. */
  name: string
  /** What will be lost, and what stays. */
  children: React.ReactNode
  /** The verb on the button. */
  verb: string
  /** Does it; the dialog closes when it succeeds and tells what went wrong otherwise. */
  confirm: () => Promise<unknown>
}

/** Asks before what cannot be undone, and for nothing else: by typing the name. */
export function ConfirmByName({ isOpen, onClose, title, name, children, verb, confirm }: Props) {
  const { t } = useTranslation('web')
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const isSame = plain(typed).localeCompare(plain(name), undefined, { sensitivity: 'accent' }) === 0
  const submit = async () => {
    setIsBusy(true)
    try {
      await confirm()
      onClose()
    } catch (error) {
      setFault(
        isProblem(error) ? [error.title, error.detail].filter(Boolean).join(' ') : t('error.page.title'),
      )
    }
    setIsBusy(false)
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      onExitTransitionEnd={() => setTyped('')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame) void submit()
        }}
      >
        <div>{children}</div>
        <TextInput
          label={
            <Trans
              t={t}
              i18nKey="confirm.type"
              values={{ name }}
              components={{ b: <b className={styles.name} /> }}
            />
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={fault}
          autoComplete="off"
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="danger" disabled={!isSame} loading={isBusy}>
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** Whoever types has one kind of space; a number of thousands has another. */
const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ')
