import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { TextField, useForm } from '#web/form.ts'
import type { Me } from '#web/session.ts'
import { EmailChange } from './EmailChange.tsx'
import { InlineForm } from './InlineForm.tsx'
import { SecondFactor } from './SecondFactor.tsx'

export function SecurityTab({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  return (
    <>
      <SecondFactor me={me} />
      <Section title={t('field.email')}>
        <EmailChange me={me} />
      </Section>
      <Section title={t('account.password')}>
        <PasswordChange />
      </Section>
    </>
  )
}

function PasswordChange() {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'password',
    secrets: ['password', 'newPassword'],
    initial: { password: '', newPassword: '' },
    check: ({ password, newPassword }) => ({
      password: password ? undefined : t('signIn.passwordMissing'),
      newPassword: newPassword.length < 12 ? t('password.short') : undefined,
    }),
    async submit(values) {
      await api('POST /me/password', values)
      await refetch(['GET /me/sessions'])
      toast({ message: t('account.passwordChanged') })
    },
  })
  return (
    <InlineForm form={form} isQuiet verb={t('account.changePassword')} done={form.renew}>
      <TextField
        form={form}
        name="password"
        isSecret
        autoComplete="current-password"
        label={t('field.currentPassword')}
      />
      <TextField
        form={form}
        name="newPassword"
        isSecret
        autoComplete="new-password"
        label={t('field.newPassword')}
        help={t('password.help')}
      />
    </InlineForm>
  )
}
