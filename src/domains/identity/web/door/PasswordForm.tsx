import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { FormBody } from '#web/form/FormBody.tsx'
import { TextField, useForm } from '#web/form.ts'
import { DoorPage } from './DoorPage.tsx'
import { useWait } from './use-wait.ts'

interface Props {
  lead: string | undefined
  done: () => void
  /** The password is right; the account asks for more. */
  needsCode: (known: { email: string; password: string }) => void
}

export function PasswordForm({ lead, done, needsCode }: Props) {
  const { t } = useTranslation('identity')
  const wait = useWait()
  const form = useForm({
    draft: 'sign-in',
    secrets: ['email', 'password'],
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      email: email.trim() ? undefined : t('signIn.emailMissing'),
      password: password ? undefined : t('signIn.passwordMissing'),
    }),
    async submit(values) {
      try {
        await api('POST /sessions', values)
        done()
      } catch (error) {
        if (!isProblem(error, 'second-factor-needed')) throw wait.noting(error)
        needsCode(values)
      }
    },
  })
  return (
    <DoorPage
      title={t('signIn.title')}
      lead={lead}
      foot={<Link href="/forgotten">{t('signIn.forgotten')}</Link>}
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
          form={form}
          name="email"
          type="email"
          autoComplete="username"
          label={t('field.email')}
          autoFocus
        />
        <TextField
          form={form}
          name="password"
          isSecret
          autoComplete="current-password"
          label={t('field.password')}
        />
      </FormBody>
    </DoorPage>
  )
}
