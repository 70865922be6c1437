import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { FormBody } from '#web/form/FormBody.tsx'
import { TextField, useForm } from '#web/form.ts'
import { DoorPage } from './DoorPage.tsx'

/** Asks for a link by mail. What it says is the same whether or not there is such an account. */
export default function ForgottenPage() {
  const { t } = useTranslation('identity')
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    draft: 'forgotten',
    secrets: ['email'],
    initial: { email: '' },
    check: ({ email }) => ({ email: email.trim() ? undefined : t('signIn.emailMissing') }),
    async submit({ email }) {
      await api('POST /password-resets', { email: email.trim() })
      setSentTo(email.trim())
    },
  })
  const foot = <Link href="/sign-in">{t('signIn.back')}</Link>
  if (sentTo)
    return (
      <DoorPage title={t('forgotten.sent')} lead={t('forgotten.sentLead', { email: sentTo })} foot={foot}>
        {null}
      </DoorPage>
    )
  return (
    <DoorPage title={t('forgotten.title')} lead={t('forgotten.lead')} foot={foot}>
      <FormBody
        form={form}
        done={() => undefined}
        foot={
          <Button type="submit" loading={form.isBusy}>
            {t('forgotten.verb')}
          </Button>
        }
      >
        <TextField
          form={form}
          name="email"
          type="email"
          autoComplete="username"
          label={t('field.email')}
          autoFocus
        />
      </FormBody>
    </DoorPage>
  )
}
