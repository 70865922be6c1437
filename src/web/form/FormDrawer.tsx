import { Button, Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormBody } from './FormBody.tsx'
import styles from './FormDrawer.module.css'
import type { Form } from './use-form.ts'

interface Props<V extends object> {
  form: Form<V>
  isOpen?: boolean
  title: string
  /** The verb on the button: "Créer le site". */
  verb: string
  /** Closed without sending: what was typed stays as a draft. */
  onClose: () => void
  /** Sent and taken; closes unless it goes elsewhere. */
  done?: () => void
  children: React.ReactNode
}

/** A form of few fields, over the page it belongs to. */
export function FormDrawer<V extends object>({
  form,
  isOpen = true,
  title,
  verb,
  onClose,
  done,
  children,
}: Props<V>) {
  const { t } = useTranslation('web')
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: styles.body ?? '', content: styles.content ?? '' }}
    >
      <FormBody
        form={form}
        done={done ?? onClose}
        className={styles.form}
        foot={
          <>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={form.isBusy}>
              {verb}
            </Button>
          </>
        }
      >
        {children}
      </FormBody>
    </Drawer>
  )
}
