import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { FormBody } from '#web/form/FormBody.tsx'
import { TextField, useForm } from '#web/form.ts'
import { DoorPage } from './DoorPage.tsx'
import styles from './CodeForm.module.css'
import { useWait } from './use-wait.ts'

interface Props {
  known: { email: string; password: string }
  done: () => void
  back: () => void
}

/** The second factor: the app's code, or one of the recovery codes. */
export function CodeForm({ known, done, back }: Props) {
  const { t } = useTranslation('identity')
  const [isRecovery, setIsRecovery] = useState(false)
  const wait = useWait()
  const form = useForm({
    draft: 'sign-in-code',
    secrets: ['code'],
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() ? undefined : t('signIn.codeMissing') }),
    async submit({ code }) {
      await api('POST /sessions', { ...known, code }).catch((error: unknown) => {
        throw wait.noting(error)
      })
      done()
    },
  })
  return (
    <DoorPage
      title={t('signIn.codeTitle')}
      lead={isRecovery ? t('signIn.recoveryLead') : t('signIn.codeLead')}
      step={isRecovery ? 'recovery' : 'code'}
      foot={
        <>
          <button type="button" className={styles.other} onClick={() => setIsRecovery(!isRecovery)}>
            {isRecovery ? t('signIn.useApp') : t('signIn.useRecovery')}
          </button>
          <button type="button" className={styles.other} onClick={back}>
            {t('signIn.otherAccount')}
          </button>
        </>
      }
    >
      <FormBody
        form={form}
        done={() => undefined}
        foot={
          <Button type="submit" loading={form.isBusy} disabled={wait.seconds > 0}>
            {wait.seconds > 0 ? t('signIn.wait', { count: wait.seconds }) : t('signIn.verb')}
          </Button>
        }
      >
        <TextField
          key={isRecovery ? 'recovery' : 'code'}
          form={form}
          name="code"
          isMono
          autoComplete="one-time-code"
          label={isRecovery ? t('field.recoveryCode') : t('field.code')}
          autoFocus
        />
      </FormBody>
    </DoorPage>
  )
}
